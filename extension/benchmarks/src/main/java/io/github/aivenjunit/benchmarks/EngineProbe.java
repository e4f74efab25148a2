package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import io.github.aivenjunit.engine.postgres.PostgresEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import okhttp3.tls.HeldCertificate;

/** Starts PostgreSQL through the engine alone, and by its plain programs where the engine keeps its data and on disk. */
final class EngineProbe {

    static final String ENGINE_CREATED = "engine created";
    static final String ENGINE_ON = "engine on";
    static final String ENGINE_CLOSED = "engine closed";
    static final String PLAIN_TEMPORARY = "plain, temporary directory";
    static final String PLAIN_MEMORY = "plain, memory";

    private static final Path MEMORY = Path.of("/dev/shm");

    private EngineProbe() {}

    /**
     * Measures.
     *
     * @param arguments rounds to warm up, rounds to measure, the engine's cache directory
     */
    public static void main(String[] arguments) throws Exception {
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Path cache = Path.of(arguments[2]);
        PostgresEngine engine = new PostgresEngine();
        EngineRequest request = request();
        for (int i = 0; i < warmUp; i++) {
            try (EngineInstance instance = engine.create(request)) {
                instance.powerOn();
            }
        }
        PlainPostgres temporary = new PlainPostgres(cache, Path.of(System.getProperty("java.io.tmpdir")));
        PlainPostgres memory = new PlainPostgres(cache, MEMORY);
        for (int i = 0; i < rounds; i++) {
            round(engine, request);
            temporary.round(PLAIN_TEMPORARY);
            if (Files.isWritable(MEMORY)) {
                memory.round(PLAIN_MEMORY);
            }
        }
    }

    private static void round(PostgresEngine engine, EngineRequest request) throws Exception {
        Stopwatch creating = new Stopwatch();
        EngineInstance instance = engine.create(request);
        try {
            Sample.send(ENGINE_CREATED, creating.taken());
            Stopwatch starting = new Stopwatch();
            instance.powerOn();
            Sample.send(ENGINE_ON, starting.taken());
            Stopwatch closing = new Stopwatch();
            instance.close();
            Sample.send(ENGINE_CLOSED, closing.taken());
        } finally {
            instance.close();
        }
    }

    private static EngineRequest request() {
        HeldCertificate ca =
                new HeldCertificate.Builder().ecdsa256().certificateAuthority(0).build();
        HeldCertificate server = new HeldCertificate.Builder()
                .ecdsa256()
                .signedBy(ca)
                .addSubjectAlternativeName("localhost")
                .build();
        return new EngineRequest(
                "benchmark",
                "pg",
                "startup-4",
                Map.of(),
                new Credentials("avnadmin", "AVNS_benchmark"),
                new TlsIdentity(server.certificatePem(), server.privateKeyPkcs8Pem(), ca.certificatePem()));
    }
}
