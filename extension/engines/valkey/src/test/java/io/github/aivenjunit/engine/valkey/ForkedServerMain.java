package io.github.aivenjunit.engine.valkey;

import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A JVM that starts a server, says so, and waits for the end of its input. */
final class ForkedServerMain {

    static final String RUNNING = "[running]";

    private ForkedServerMain() {}

    public static void main(String[] arguments) throws Exception {
        NativeHost host = new NativeHost(Path.of(arguments[0]), Path.of(arguments[1]));
        ValkeyEngine engine = new ValkeyEngine(host, ForkedServerMain.class.getClassLoader(), arguments[2]);
        ValkeyServer server = engine.create(new EngineRequest(
                "project", "forked", "hobbyist", Map.of(), ValkeyServers.ADMIN, new TestCertificates().forLocalhost()));
        server.powerOn();
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write((RUNNING + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            System.in.read();
        }
        server.close();
    }
}
