package io.github.aivenjunit.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only in pauses, and chance that always draws the longest wait. */
final class PlayedTime {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final AtomicLong elapsed = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    Timing timing() {
        return new Timing(
                Clock.fixed(START, ZoneOffset.UTC),
                elapsed::get,
                delay -> {
                    pauses.add(delay);
                    elapsed.addAndGet(delay.toNanos());
                    return false;
                },
                () -> 1.0);
    }

    void pass(Duration time) {
        elapsed.addAndGet(time.toNanos());
    }

    List<Long> pausedMillis() {
        return pauses.stream().map(Duration::toMillis).toList();
    }

    long elapsedSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(elapsed.get());
    }
}
