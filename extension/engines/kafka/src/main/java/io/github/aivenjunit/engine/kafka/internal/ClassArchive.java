package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The virtual machine's archive of the classes that a broker loads, which halves the time of a start. It is made once per
 * machine by a broker that serves nobody, at the lowest priority; a JVM that ends before leaves it to the next one.
 * Thread-safe.
 */
final class ClassArchive {

    private static final Logger logger = LoggerFactory.getLogger(ClassArchive.class);
    private static final String FILE = "classes.jsa";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final NativeHost host;
    private final BrokerProgram program;
    private final String key;
    private final Executor background;
    private final AtomicBoolean tried = new AtomicBoolean();

    ClassArchive(NativeHost host, BrokerProgram program, String fingerprint, Executor background) {
        this.host = host;
        this.program = program;
        this.key = "kafka-classes-" + fingerprint;
        this.background = background;
    }

    /** The archive, if this machine has it. */
    Optional<Path> file() throws IOException, InterruptedException {
        try {
            return Optional.of(host.cached(key, directory -> {
                        throw new NotMadeException();
                    })
                    .resolve(FILE));
        } catch (NotMadeException notYet) {
            return Optional.empty();
        }
    }

    /** Sees to it that there will be an archive. The request lends the certificate that the broker needs. */
    void prepare(EngineRequest request) {
        if (tried.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    makeUnlessSomebodyDoes(request);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                } catch (IOException | RuntimeException failure) {
                    logger.info("Kafka starts more slowly than it could: {}", failure.toString());
                }
            });
        }
    }

    private void makeUnlessSomebodyDoes(EngineRequest request) throws IOException, InterruptedException {
        if (file().isPresent()) {
            return;
        }
        Path lockFile = host.cached("kafka-classes-lock", directory -> Files.createFile(directory.resolve("lock")))
                .resolve("lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && file().isEmpty()) {
                make(request);
            }
        } catch (OverlappingFileLockException sameJvm) {
            logger.debug("Another engine of this JVM prepares {}", key);
        }
    }

    private void make(EngineRequest request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Credentials user =
                new Credentials(request.admin().username(), UUID.randomUUID().toString());
        EngineRequest rehearsal = new EngineRequest(
                request.project(),
                request.service(),
                request.plan(),
                Map.of("kafka_authentication_methods", Map.of("sasl", true)),
                user,
                request.tls());
        try (BrokerPorts ports = BrokerPorts.reserve();
                NativeServer server = host.newServer("kafka", "KILL")) {
            Path file = server.directory().resolve(FILE);
            List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
            command.addAll(program.recordingCommand(server.directory(), file));
            BrokerProcess broker = BrokerProcess.spawn(
                    server,
                    new BrokerSettings(rehearsal, ports, KafkaInstance.newClusterId()).file(server.directory()),
                    command,
                    "for the archive of classes");
            try {
                broker.start(List.of(user), () -> false);
                broker.ask(Order.REHEARSE, List.of(user.username(), user.password()));
                broker.ask(Order.EXIT, List.of());
                OptionalInt status = server.awaitExit(PATIENCE);
                if (status.isEmpty() || !Files.exists(file)) {
                    throw new IOException("No archive of Kafka's classes was written." + server.logTail());
                }
                host.cached(key, directory -> Files.copy(file, directory.resolve(FILE)));
            } finally {
                broker.remove();
            }
        }
        logger.debug(
                "Archived Kafka's classes within {} ms",
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** The cache has no other way to say that it has no such entry. */
    private static final class NotMadeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
