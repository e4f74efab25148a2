package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.ClassArchive;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A broker that serves nobody, at the lowest priority, and writes down which classes it loaded.
 *
 * @param request lends the certificate that the broker needs
 */
record ArchiveRecording(BrokerProgram program, EngineRequest request) implements ClassArchive.Recording {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public void run(NativeServer server, Path target) throws IOException, InterruptedException {
        Credentials user =
                new Credentials(request.admin().username(), UUID.randomUUID().toString());
        EngineRequest rehearsal = new EngineRequest(
                request.project(),
                request.service(),
                request.plan(),
                Map.of("kafka_authentication_methods", Map.of("sasl", true), "schema_registry", true),
                user,
                request.tls());
        try (BrokerPorts ports = BrokerPorts.reserve(rehearsal)) {
            List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
            command.addAll(program.recordingCommand(server.directory(), target));
            BrokerProcess broker = BrokerProcess.spawn(
                    server,
                    new BrokerSettings(rehearsal, ports, KafkaInstance.newClusterId()).file(server.directory()),
                    command,
                    "for the archive of classes");
            try {
                broker.start(List.of(user), () -> false);
                broker.ask(Order.REHEARSE, List.of(user.username(), user.password()));
                rehearseRegistry(broker);
                broker.ask(Order.EXIT, List.of());
                if (server.awaitExit(PATIENCE).isEmpty()) {
                    throw new IOException(
                            "The broker did not end within " + PATIENCE.toSeconds() + " s." + server.logTail());
                }
            } finally {
                broker.kill();
            }
        }
    }

    private static void rehearseRegistry(BrokerProcess broker) throws IOException {
        String avro = "{'type':'record','name':'A','fields':[{'name':'a','type':['null','string'],'default':null}]}";
        String json = "{'type':'object','properties':{'a':{'type':'string','enum':['b']}},'required':['a']}";
        for (int version = 0; version < 2; version++) {
            register(broker, "avro", "AVRO", avro.replace("'a'", "'a" + version + "'"));
            register(broker, "json", "JSON", json.replace("['a']", version == 0 ? "['a']" : "[]"));
        }
    }

    private static void register(BrokerProcess broker, String subject, String type, String schema) throws IOException {
        String text = schema.replace("'", "\\\"");
        broker.ask(
                Order.REGISTRY,
                List.of(
                        "POST",
                        "/subjects/" + subject + "/versions",
                        "",
                        "{\"schemaType\":\"" + type + "\",\"schema\":\"" + text + "\"}"));
    }
}
