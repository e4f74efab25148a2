package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.readiness.Rung;
import io.github.aivenjunit.timeline.TestOutcome;
import io.github.aivenjunit.timeline.internal.Requests.Count;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Timelines with round numbers, all in seconds. */
final class Sample {

    static final Instant ORIGIN = Instant.parse("2026-01-02T03:04:05Z");

    private final List<PlatformSpan> platforms = new ArrayList<>();
    private final List<ClassSpan> classes = new ArrayList<>();
    private Instant origin = ORIGIN;
    private int length = 100;
    private Requests requests = Requests.none();

    Sample origin(Instant value) {
        origin = value;
        return this;
    }

    Sample length(int seconds) {
        length = seconds;
        return this;
    }

    Sample requests(int second, Count count) {
        TreeMap<Integer, Count> counts = new TreeMap<>(requests.counts());
        counts.put(second, count);
        requests = new Requests(1, counts);
        return this;
    }

    /** A platform that is begun, usable and deleted at these moments. */
    Sample platform(int begun, int usable, int deleted, ServiceSpan... services) {
        int id = platforms.size();
        platforms.add(new PlatformSpan(
                id,
                "Label" + id,
                "aj-project-" + id,
                false,
                at(begun),
                moment(begun + 1),
                moment(usable),
                Optional.empty(),
                moment(deleted - 1),
                moment(deleted),
                Fate.DELETED,
                List.of(services)));
        return this;
    }

    Sample platform(PlatformSpan platform) {
        platforms.add(platform);
        return this;
    }

    /** A class that asks for the platform, gets it and is done with its tests at these moments. */
    Sample user(String name, int platform, int asked, int usable, int tested) {
        classes.add(new ClassSpan(
                name,
                Optional.of(platform),
                at(asked),
                moment(usable),
                moment(tested),
                moment(tested + 1),
                Map.of(TestOutcome.PASSED, 2, TestOutcome.FAILED, 1)));
        return this;
    }

    Timeline timeline() {
        return new Timeline("run-1", 1, origin, at(length), platforms, classes, requests);
    }

    static ServiceSpan service(int sent, int usable, String price) {
        return service(sent, usable, Optional.of(new BigDecimal(price)));
    }

    static ServiceSpan service(int sent, int usable, Optional<BigDecimal> price) {
        return new ServiceSpan(
                "pg",
                "pg",
                "startup-4",
                price,
                at(sent),
                moment(sent + 1),
                moment(usable),
                Map.of(
                        Rung.API_STATE, new Span(at(sent + 1), at(usable - 1)),
                        Rung.QUERY, new Span(at(usable - 1), at(usable))));
    }

    static Timeline of(int classes) {
        Sample sample = new Sample().length(10 * classes + 10).requests(1, new Count(3, 2, 1, 1, 0));
        IntStream.range(0, classes)
                .forEach(i -> sample.platform(10 * i, 10 * i + 5, 10 * i + 9, service(10 * i + 1, 10 * i + 5, "0.20"))
                        .user("example.Class" + i + "Test", i, 10 * i, 10 * i + 5, 10 * i + 7));
        return sample.timeline();
    }

    static Duration at(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    static Optional<Duration> moment(int seconds) {
        return Optional.of(at(seconds));
    }
}
