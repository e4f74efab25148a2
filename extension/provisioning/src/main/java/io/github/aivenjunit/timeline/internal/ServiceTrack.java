package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.readiness.Rung;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes down how a service became usable. Thread-safe. */
public final class ServiceTrack {

    private final String name;
    private final String type;
    private final String plan;
    private final Optional<BigDecimal> hourlyPrice;
    private final Supplier<Duration> now;
    private final Duration sent;
    private final Map<Rung, Span> rungs = new EnumMap<>(Rung.class);
    private Optional<Duration> created = Optional.empty();
    private Optional<Duration> usable = Optional.empty();

    ServiceTrack(String name, String type, String plan, Optional<BigDecimal> hourlyPrice, Supplier<Duration> now) {
        this.name = name;
        this.type = type;
        this.plan = plan;
        this.hourlyPrice = hourlyPrice;
        this.now = now;
        this.sent = now.get();
    }

    /** Its create is answered. */
    public synchronized void created() {
        created = Optional.of(now.get());
    }

    /** A client can use it. The rungs were climbed one after another up to now. */
    public synchronized void usable(Readiness readiness) {
        Duration end = now.get();
        usable = Optional.of(end);
        Duration from = created.orElse(sent);
        for (Map.Entry<Rung, Duration> rung : readiness.rungs().entrySet()) {
            Duration to = from.plus(rung.getValue());
            rungs.put(rung.getKey(), new Span(from, to.compareTo(end) > 0 ? end : to));
            from = to;
        }
    }

    synchronized ServiceSpan span() {
        return new ServiceSpan(name, type, plan, hourlyPrice, sent, created, usable, rungs);
    }
}
