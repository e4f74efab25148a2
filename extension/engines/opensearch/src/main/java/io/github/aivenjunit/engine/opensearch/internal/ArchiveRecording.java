package io.github.aivenjunit.engine.opensearch.internal;

import io.github.aivenjunit.emulator.engine.ClassArchive;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.ReservedPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A node that serves nobody, at the lowest priority, and writes down which classes it loaded.
 *
 * @param request lends the certificate that the node needs
 */
record ArchiveRecording(NodeProgram program, EngineRequest request) implements ClassArchive.Recording {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public void run(NativeServer server, Path target) throws IOException, InterruptedException {
        try (ReservedPort port = ReservedPort.reserve()) {
            List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
            command.addAll(program.recordingCommand(server.directory(), target));
            NodeProcess node = NodeProcess.spawn(
                    server, new NodeSettings(request, port.number(), true), command, "for the archive of classes");
            try {
                node.start(Map.of(request.admin().username(), UUID.randomUUID().toString()), () -> false);
                if (server.awaitExit(PATIENCE).isEmpty()) {
                    throw new IOException(
                            "The node did not end within " + PATIENCE.toSeconds() + " s." + server.logTail());
                }
            } finally {
                node.kill();
            }
        }
    }
}
