package io.github.aivenjunit.engine.kafka;

import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.engine.kafka.internal.BrokerProgram;
import io.github.aivenjunit.engine.kafka.internal.KafkaInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Runs a Kafka broker per service of type {@code kafka}, in a process of its own, from jars that lie inside this
 * artifact: no class of Kafka comes onto the tests' class path. Thread-safe; nothing happens before the first call.
 *
 * <p>A broker is its own controller (KRaft) and listens on {@code 127.0.0.1}. The component {@code kafka} wants a client
 * certificate of the project's CA, whose common name is the user. With
 * {@code user_config.kafka_authentication_methods.sasl} there is a second component {@code kafka_sasl} for SCRAM-SHA-256,
 * SCRAM-SHA-512 and PLAIN over TLS, as far as {@code user_config.kafka_sasl_mechanisms} leaves them on. Access is checked
 * against Kafka's own rules and Aiven's; {@code avnadmin} may do everything. Topics, records and settings lie in memory
 * while {@code /dev/shm} has room; {@link NativeHost} says how to choose other places.
 *
 * <p>With {@code user_config.schema_registry} there is a schema registry at the component {@code schema_registry}: HTTPS,
 * name and password of a user of the service, Confluent's paths, and the answers of Karapace, which is Aiven's registry. It
 * understands AVRO and JSON (drafts 4, 6 and 7), with references for AVRO only, as Karapace does.
 *
 * <p>The first start on a machine unpacks the jars and then, in the background, prepares an archive of loaded classes,
 * with which later starts take about half the time.
 *
 * <p>Different from Aiven: there is one broker, so nothing can be replicated; records are never compacted; there is no
 * REST proxy and no Kafka Connect; the registry does not understand PROTOBUF, keeps its schemas outside of Kafka, and
 * cannot be turned on or off once the service exists. Of the settings under {@code user_config.kafka} those that make sense for one broker
 * are passed on.
 */
public final class KafkaEngine implements ServiceEngine {

    private final NativeHost host;
    private final BrokerProgram program;

    /** Uses this machine's defaults. */
    public KafkaEngine() {
        this(new NativeHost(), KafkaEngine::inBackground);
    }

    KafkaEngine(NativeHost host, Executor background) {
        this.host = host;
        this.program = new BrokerProgram(host, background);
    }

    @Override
    public String serviceType() {
        return "kafka";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        String broker = "Apache Kafka " + program.version();
        return Boolean.TRUE.equals(userConfig.get("schema_registry")) ? broker + " with a schema registry" : broker;
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return host.objection().or(program::objection);
    }

    /**
     * @throws IllegalArgumentException with the sentence of {@link #objection} when the service cannot run here
     * @throws UncheckedIOException if no port is free
     */
    @Override
    public KafkaServer create(EngineRequest request) {
        objection(request.userConfig()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        try {
            return KafkaInstance.create(host, program, request);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "aiven-junit kafka archive");
        thread.setDaemon(true);
        thread.start();
    }
}
