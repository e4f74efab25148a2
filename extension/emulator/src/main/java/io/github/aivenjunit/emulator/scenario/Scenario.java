package io.github.aivenjunit.emulator.scenario;

import static java.util.Objects.requireNonNull;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.time.BuildTimeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run has seen of Aiven: how every service came to be, and what failed on the way. An emulator that is given it
 * does the same again, at the pace of its own clock.
 *
 * <p>Repeated are the states of services and nodes from creation to the first power-off, 429, 408 and 5xx answers, and
 * answers that got lost. Other refusals follow from the requests, which the same tests send again. A change that failed
 * is repeated at the same of all changes of that kind; a read, at the same time after the start, because how often
 * somebody looks is chance.
 *
 * @param builds the services in the order of their creation
 * @param faults what failed, in the order in which it did
 */
public record Scenario(List<Build> builds, List<Fault> faults) {

    public Scenario {
        builds = List.copyOf(builds);
        faults = List.copyOf(faults);
    }

    /** How one service came to be. */
    public record Build(String serviceType, String plan, BuildTimeline timeline) {
        public Build {
            requireNonNull(serviceType, "serviceType");
            requireNonNull(plan, "plan");
            requireNonNull(timeline, "timeline");
        }
    }

    /**
     * Reads a file that {@code aiven.record} has made.
     *
     * @throws IllegalArgumentException if the file is no recording; names the line
     * @throws IOException if it cannot be read
     */
    public static Scenario read(Path recording) throws IOException {
        List<RecordedExchange> exchanges = new RecordingFile(recording).read();
        return new Scenario(new RecordedBuilds(exchanges).all(), new RecordedFailures(exchanges).all());
    }
}
