package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.readiness.Rung;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The life of a service.
 *
 * @param name its real name
 * @param sent when its create was sent
 * @param created when that was answered
 * @param usable when the first client could use it
 * @param rungs each step of its readiness
 * @param hourlyPrice in US dollars, where the catalogue tells
 */
record ServiceSpan(
        String name,
        String type,
        String plan,
        Optional<BigDecimal> hourlyPrice,
        Duration sent,
        Optional<Duration> created,
        Optional<Duration> usable,
        Map<Rung, Span> rungs) {

    ServiceSpan {
        Map<Rung, Span> ordered = new EnumMap<>(Rung.class);
        ordered.putAll(rungs);
        rungs = Collections.unmodifiableMap(ordered);
    }

    ServiceSpan later(Duration shift) {
        Map<Rung, Span> shifted = new EnumMap<>(Rung.class);
        rungs.forEach((rung, span) -> shifted.put(rung, span.later(shift)));
        return new ServiceSpan(
                name,
                type,
                plan,
                hourlyPrice,
                sent.plus(shift),
                created.map(shift::plus),
                usable.map(shift::plus),
                shifted);
    }
}
