package io.github.aivenjunit.engine.opensearch;

import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.UserServer;
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
        OpenSearchEngine engine = new OpenSearchEngine(host, task -> {});
        UserServer server = engine.create(new EngineRequest(
                "project",
                "forked",
                "business-4",
                Map.of(),
                OpenSearchServers.ADMIN,
                new TestCertificates().forLocalhost()));
        server.powerOn();
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write("serving\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            System.in.read();
        }
        server.close();
    }
}
