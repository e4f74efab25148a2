package io.github.aivenjunit.emulator;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAnswer;
import io.github.aivenjunit.emulator.engine.SchemaRegistryRequest;
import io.github.aivenjunit.emulator.engine.SchemaRegistryServer;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;

/** An engine for kafka whose schema registry says what it was told to say, and remembers what it was asked. */
final class RegistryEngine implements ServiceEngine {

    final Map<String, SchemaRegistryAnswer> answers = new ConcurrentHashMap<>();
    final ConcurrentLinkedDeque<SchemaRegistryRequest> requests = new ConcurrentLinkedDeque<>();
    final ConcurrentLinkedDeque<Collection<SchemaRegistryAcl>> acls = new ConcurrentLinkedDeque<>();
    /** Servers start only once it is open. */
    volatile CountDownLatch startGate = new CountDownLatch(0);

    /** With single quotes in the body for double ones. */
    void answer(String methodAndPath, int status, String body) {
        answers.put(methodAndPath, new SchemaRegistryAnswer(status, body.replace('\'', '"')));
    }

    @Override
    public String serviceType() {
        return "kafka";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        return "Registry";
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return Optional.empty();
    }

    @Override
    public EngineInstance create(EngineRequest request) {
        return new Server();
    }

    private final class Server implements SchemaRegistryServer {

        @Override
        public List<EngineEndpoint> endpoints() {
            return List.of(
                    new EngineEndpoint("kafka", "localhost", 4711),
                    new EngineEndpoint("schema_registry", "localhost", 4712));
        }

        @Override
        public void powerOn() throws InterruptedException {
            startGate.await();
        }

        @Override
        public void powerOff() {
            // Nothing runs.
        }

        @Override
        public void close() {
            // Nothing runs.
        }

        @Override
        public SchemaRegistryAnswer askSchemaRegistry(SchemaRegistryRequest request) {
            requests.add(request);
            return answers.getOrDefault(
                    request.method() + " " + request.path(),
                    new SchemaRegistryAnswer(404, "{\"error_code\":40401,\"message\":\"Subject 'x' not found.\"}"));
        }

        @Override
        public void replaceSchemaRegistryAcls(Collection<SchemaRegistryAcl> replacement) {
            acls.add(List.copyOf(replacement));
        }
    }
}
