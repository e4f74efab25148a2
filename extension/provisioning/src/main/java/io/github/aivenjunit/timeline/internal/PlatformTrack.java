package io.github.aivenjunit.timeline.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes down the life of one platform. The first call of each method counts, but the last end. Thread-safe. */
public final class PlatformTrack {

    private final int id;
    private final String label;
    private final Supplier<Duration> now;
    private final Consumer<PlatformTrack> onBegin;
    private final List<ServiceTrack> services = new ArrayList<>();
    private String project;
    private boolean emulated;
    private Optional<Duration> begun = Optional.empty();
    private Optional<Duration> created = Optional.empty();
    private Optional<Duration> usable = Optional.empty();
    private Optional<Duration> failed = Optional.empty();
    private Optional<Duration> deleting = Optional.empty();
    private Optional<Duration> ended = Optional.empty();
    private Fate fate = Fate.ALIVE;

    PlatformTrack(int id, String label, Supplier<Duration> now, Consumer<PlatformTrack> onBegin) {
        this.id = id;
        this.label = label;
        this.project = label;
        this.now = now;
        this.onBegin = onBegin;
    }

    /** Work on it begins. */
    public void begun() {
        if (isNew()) {
            onBegin.accept(this);
        }
    }

    /** The project is there. */
    public synchronized void created(String name, boolean onEmulator) {
        project = name;
        emulated = onEmulator;
        created = created.or(this::moment);
    }

    /**
     * A service of it, whose create is about to be sent.
     *
     * @param hourlyPrice in US dollars, where the catalogue tells
     */
    public synchronized ServiceTrack service(String name, String type, String plan, Optional<BigDecimal> hourlyPrice) {
        ServiceTrack track = new ServiceTrack(name, type, plan, hourlyPrice, now);
        services.add(track);
        return track;
    }

    /** All that was declared is usable. */
    public synchronized void usable() {
        usable = usable.or(this::moment);
    }

    /** It will never be. */
    public synchronized void failed() {
        failed = failed.or(this::moment);
    }

    /** Its deletion begins. */
    public synchronized void deleting() {
        deleting = deleting.or(this::moment);
    }

    /** Its deletion is over, or it is kept. */
    public synchronized void ended(Fate what) {
        fate = what;
        ended = moment();
    }

    synchronized PlatformSpan span() {
        return new PlatformSpan(
                id,
                label,
                project,
                emulated,
                begun.orElse(Duration.ZERO),
                created,
                usable,
                failed,
                deleting,
                ended,
                fate,
                services.stream().map(ServiceTrack::span).toList());
    }

    private synchronized boolean isNew() {
        boolean first = begun.isEmpty();
        begun = begun.or(this::moment);
        return first;
    }

    private Optional<Duration> moment() {
        return Optional.of(now.get());
    }
}
