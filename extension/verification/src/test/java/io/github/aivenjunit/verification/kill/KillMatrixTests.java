package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} at every request of a run, before the API has seen it and after the API has done it, and at random
 * moments between. Whatever the moment, nothing is left.
 */
class KillMatrixTests {

    private static final Logger logger = LoggerFactory.getLogger(KillMatrixTests.class);

    /** The long form has at least 500. */
    private static final int POINTS = Integer.getInteger("aiven.kill.points", 60);

    /** Where a create was under way, the watchdog waits half a minute for it; others can die meanwhile. */
    private static final int LANES = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_DELAY_MICROS = 4_000;

    @TempDir
    Path directory;

    /** When the victim dies: as this request passes, on this side of the emulator, this much later. */
    private record Point(int request, Crossing.Side side, int delayMicros) {

        Point earlier() {
            return new Point(request - 1, side, delayMicros);
        }
    }

    /** What one death took. */
    private record Death(Point point, Duration lastDelete, Duration gone) {}

    @Test
    void nothingIsLeftWhereverTheRunIsKilled() throws Exception {
        int requests = requestsOfAWholeRun();
        List<Death> deaths = new ArrayList<>();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<Death>> dying = new ArrayList<>();
            for (Point point : points(requests)) {
                Path journal = journal("death-" + dying.size());
                dying.add(lanes.submit(() -> dieAtOrBefore(point, journal)));
            }
            for (Future<Death> death : dying) {
                deaths.add(death.get());
            }
        } finally {
            lanes.shutdownNow();
        }
        report(requests, deaths);
    }

    private static List<Point> points(int requests) {
        List<Point> points = new ArrayList<>();
        for (int request = 1; request <= requests; request++) {
            for (Crossing.Side side : Crossing.Side.values()) {
                points.add(new Point(request, side, 0));
            }
        }
        Random random = new Random(4711);
        while (points.size() < POINTS) {
            points.add(new Point(
                    1 + random.nextInt(requests),
                    random.nextBoolean() ? Crossing.Side.ASKED : Crossing.Side.DONE,
                    random.nextInt(LONGEST_DELAY_MICROS)));
        }
        return points;
    }

    private int requestsOfAWholeRun() throws Exception {
        try (AivenEmulator emulator = emulator();
                Crossing crossing = new Crossing(emulator.endpoint(), (number, side) -> {});
                Victim victim = Victim.start(crossing.endpoint(), journal("whole"), Map.of(), "close")) {
            victim.awaitEnd();
            assertThat(emulator.projects()).isEmpty();
            assertThat(directory.resolve("whole")).isEmptyDirectory();
            return crossing.count();
        }
    }

    /** How often a run looks at its services is chance, so a run may be over before its last points. */
    private static Death dieAtOrBefore(Point point, Path journal) throws Exception {
        Point next = point;
        Optional<Death> death = die(next, journal);
        while (death.isEmpty()) {
            next = next.earlier();
            death = die(next, journal);
        }
        return death.get();
    }

    /** Empty when the run was over before that moment. */
    private static Optional<Death> die(Point point, Path journal) throws Exception {
        AtomicLong died = new AtomicLong();
        // The victim is known only after the crossing, whose address it needs.
        List<Victim> victims = Collections.synchronizedList(new ArrayList<>());
        try (AivenEmulator emulator = emulator();
                Crossing crossing = new Crossing(emulator.endpoint(), (number, side) -> {
                    if (number == point.request() && side == point.side()) {
                        delay(point.delayMicros());
                        died.set(System.nanoTime());
                        victims.get(0).kill();
                    }
                });
                Victim victim = startInto(victims, crossing, journal)) {
            victim.awaitEnd();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
                assertThat(emulator.projects()).as("left after " + point).isEmpty();
                assertThat(emulator.services()).as("left after " + point).isEmpty();
            });
            Duration gone = Duration.ofNanos(System.nanoTime() - died.get());
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> assertThat(journal)
                            .as("journals left after " + point)
                            .isEmptyDirectory());
            // A late create must not come through after the deletion was verified.
            assertThat(emulator.projects()).as("resurrected after " + point).isEmpty();
            return died.get() == 0
                    ? Optional.empty()
                    : Optional.of(new Death(point, lastDelete(crossing, died.get()), gone));
        }
    }

    private static Victim startInto(List<Victim> victims, Crossing crossing, Path journal) throws IOException {
        Victim victim = Victim.start(crossing.endpoint(), journal, Map.of(), "close");
        victims.add(victim);
        return victim;
    }

    private static Duration lastDelete(Crossing crossing, long died) {
        return crossing.passed().stream()
                .filter(passed -> passed.method().equals("DELETE"))
                .map(passed -> Duration.ofNanos(passed.nanos() - died))
                .filter(after -> !after.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static void delay(int micros) {
        long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private Path journal(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    private static AivenEmulator emulator() {
        return AivenEmulator.builder().token(Victim.CANARY).engines(List.of()).start();
    }

    private static void report(int requests, List<Death> deaths) throws IOException {
        List<Duration> deletes = deaths.stream().map(Death::lastDelete).sorted().toList();
        List<Duration> gone = deaths.stream().map(Death::gone).sorted().toList();
        String text = String.format(
                "Kill matrix: %d points over %d requests, 0 left. Last DELETE after death: p50 %d ms, p99 %d ms. Gone:"
                        + " p50 %d ms, p99 %d ms.%n",
                deaths.size(),
                requests,
                quantile(deletes, 0.5),
                quantile(deletes, 0.99),
                quantile(gone, 0.5),
                quantile(gone, 0.99));
        logger.info("{}", text);
        Path target = Path.of("target");
        if (Files.isDirectory(target)) {
            Files.writeString(target.resolve("kill-matrix.txt"), text, StandardCharsets.UTF_8);
        }
        assertThat(Stream.of(deletes, gone)).allSatisfy(list -> assertThat(list).hasSameSizeAs(deaths));
    }

    private static long quantile(List<Duration> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))))
                .toMillis();
    }
}
