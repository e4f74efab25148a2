package io.github.aivenjunit.engine.mysql;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A JVM that starts a server, says on which port, and waits for the end of its input. */
final class ForkedServerMain {

    private ForkedServerMain() {}

    public static void main(String[] arguments) throws Exception {
        NativeHost host = new NativeHost(Path.of(arguments[0]), Path.of(arguments[1]));
        MySqlEngine engine = new MySqlEngine(host, ForkedServerMain.class.getClassLoader(), TestPlaces.searchPath());
        DatabaseServer server = engine.create(new EngineRequest(
                "project", "forked", "hobbyist", Map.of(), MySqlServers.ADMIN, new TestCertificates().forLocalhost()));
        server.powerOn();
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write((server.databases() + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            System.in.read();
        }
        server.close();
    }
}
