package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.timeline.ClassTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Writes down what happens in a session, in memory, in times since its beginning. Thread-safe. */
public final class TimelineRecorder {

    /** More than half an hour in which something is sent in every second. */
    private static final int MOST_REQUEST_COUNTS = 2048;

    private final LongSupplier nanos;
    private final Instant origin;
    private final long originNanos;
    private final List<PlatformTrack> platforms = new CopyOnWriteArrayList<>();
    private final List<ClassTrack> classes = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final RequestCounter requests = new RequestCounter(MOST_REQUEST_COUNTS);

    /** A recorder that begins now. */
    public static TimelineRecorder start() {
        return new TimelineRecorder(Clock.systemUTC(), System::nanoTime);
    }

    TimelineRecorder(Clock clock, LongSupplier nanos) {
        this.nanos = nanos;
        this.origin = clock.instant();
        this.originNanos = nanos.getAsLong();
    }

    /** A project that is planned. It is part of the timeline as soon as it is begun. */
    public PlatformTrack platform(String label) {
        return new PlatformTrack(ids.getAndIncrement(), label, this::now, platforms::add);
    }

    /** A test class that waits for its project from now on. */
    public ClassTimeline testClass(String name) {
        ClassTrack track = new ClassTrack(name, this::now, this::platformOf);
        classes.add(track);
        return track;
    }

    /**
     * A request that is over.
     *
     * @param status 0 when there was no answer
     */
    public void request(String method, int status, Duration elapsed) {
        requests.count(now().minus(elapsed), method, status);
    }

    /** Whether nothing was begun. */
    public boolean isEmpty() {
        return platforms.isEmpty() && classes.isEmpty();
    }

    Timeline timeline(String run) {
        return new Timeline(
                run,
                1,
                origin,
                now(),
                platforms.stream().map(PlatformTrack::span).toList(),
                classes.stream().map(ClassTrack::span).toList(),
                requests.counted());
    }

    private Duration now() {
        return Duration.ofNanos(nanos.getAsLong() - originNanos);
    }

    /** Several can have one name: those whose services are in the same project of somebody else. */
    private Optional<Integer> platformOf(EphemeralProject project) {
        List<String> services =
                project.services().stream().map(ServiceHandle::serviceName).collect(Collectors.toList());
        return platforms.stream()
                .map(PlatformTrack::span)
                .filter(platform -> platform.project().equals(project.name()))
                .filter(platform -> services.isEmpty()
                        || platform.services().stream().map(ServiceSpan::name).anyMatch(services::contains))
                .map(PlatformSpan::id)
                .findFirst();
    }
}
