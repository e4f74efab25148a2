package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import java.nio.file.Path;
import java.util.List;

/** Takes projects with the services of one {@link Platform} through the whole extension, each in a session of its own. */
final class PlatformProbe {

    static final String USABLE = "project usable";
    static final String READY = "service usable ";
    static final String DELETED = "deleted";
    static final String MEMORY = "memory";

    private PlatformProbe() {}

    /**
     * Measures.
     *
     * @param arguments the platform's name, rounds to warm up, rounds to measure, and, to stay until the engines have archived
     *     their classes there, the cache directory
     */
    public static void main(String[] arguments) throws Exception {
        Platform platform = Platform.named(arguments[0]);
        int warmUp = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        for (int i = 0; i < warmUp + rounds; i++) {
            round(platform, i >= warmUp);
        }
        if (arguments.length > 3) {
            new ClassArchives(Path.of(arguments[3])).await(platform.engines());
        }
    }

    private static void round(Platform platform, boolean measured) throws Exception {
        Stopwatch opened = new Stopwatch();
        // Without sources there is no token, whatever this machine has configured.
        try (AivenSession session = AivenSession.open(Configuration.of(List.of()));
                ProvisionedProject planned = session.plan(platform.spec())) {
            EphemeralProject project = planned.provision();
            Taken usable = opened.taken();
            for (Engine engine : platform.engines()) {
                Look.at(engine, project);
            }
            if (measured) {
                Sample.send(USABLE, usable);
                project.services().forEach(PlatformProbe::sendReady);
                ResidentMemory.ofDescendants().ifPresent(bytes -> SizeSample.send(MEMORY, bytes));
            }
            Stopwatch deleting = new Stopwatch();
            // Closing says so if something is left.
            planned.delete();
            if (measured) {
                Sample.send(DELETED, deleting.taken());
            }
        }
    }

    private static void sendReady(ServiceHandle service) {
        Sample.send(READY + service.type(), Taken.only(service.readiness().total()));
    }
}
