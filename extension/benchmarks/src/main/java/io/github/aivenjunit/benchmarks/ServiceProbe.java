package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Takes projects with one PostgreSQL service through the whole extension, as two annotated classes of one run would: the
 * first starts the emulator, the second finds it running.
 */
final class ServiceProbe {

    static final String FIRST = "first ";
    static final String FURTHER = "further ";
    static final String USABLE = "project usable";
    static final String READY = "service usable";
    static final String RUNG = "rung ";
    static final String DELETED = "deleted";
    static final String CLOSED = "session closed";

    /** A server that cannot start should not take the default's quarter of an hour to say so. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ServiceProbe() {}

    /**
     * Measures.
     *
     * @param arguments rounds to warm up, rounds to measure
     */
    public static void main(String[] arguments) throws Exception {
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        for (int i = 0; i < warmUp + rounds; i++) {
            round(i >= warmUp);
        }
    }

    private static void round(boolean measured) throws SQLException {
        ProjectSpec spec = ProjectSpec.builder("benchmark")
                .timeout(PATIENCE)
                .service(ServiceSpec.builder(PostgresService.TYPE, "startup-4").build())
                .build();
        Stopwatch opened = new Stopwatch();
        // Without sources there is no token, whatever this machine has configured.
        AivenSession session = AivenSession.open(Configuration.of(List.of()));
        try {
            project(measured, FIRST, opened, session.plan(spec));
            project(measured, FURTHER, new Stopwatch(), session.plan(spec));
            Stopwatch closing = new Stopwatch();
            session.close();
            send(measured, CLOSED, closing);
        } finally {
            session.close();
        }
    }

    private static void project(boolean measured, String which, Stopwatch opened, ProvisionedProject planned)
            throws SQLException {
        PostgresService postgres = planned.provision().service(PostgresService.class);
        send(measured, which + USABLE, opened);
        if (measured) {
            send(which, postgres.readiness());
        }
        try (Connection connection = postgres.connect()) {
            if (!connection.isValid(5)) {
                throw new SQLException("The service was called usable and is not. Look at its readiness probe.");
            }
        }
        Stopwatch deleting = new Stopwatch();
        planned.close();
        send(measured, which + DELETED, deleting);
    }

    private static void send(String which, Readiness readiness) {
        Sample.send(which + READY, Taken.only(readiness.total()));
        readiness.rungs().forEach((rung, duration) -> Sample.send(which + RUNG + rung, Taken.only(duration)));
    }

    private static void send(boolean measured, String name, Stopwatch watch) {
        if (measured) {
            Sample.send(name, watch.taken());
        }
    }
}
