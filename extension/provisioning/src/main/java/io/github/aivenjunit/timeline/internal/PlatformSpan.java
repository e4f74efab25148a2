package io.github.aivenjunit.timeline.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The life of a project, or of our services in somebody else's.
 *
 * @param id unique in its timeline
 * @param label what it was planned for
 * @param project its name; the label while it has none
 * @param begun when work on it began
 * @param created when the project was there
 * @param usable when all of it was usable
 * @param failed when it turned out never to become that
 * @param deleting when its deletion began
 * @param ended when that was over, or when it was kept
 */
record PlatformSpan(
        int id,
        String label,
        String project,
        boolean emulated,
        Duration begun,
        Optional<Duration> created,
        Optional<Duration> usable,
        Optional<Duration> failed,
        Optional<Duration> deleting,
        Optional<Duration> ended,
        Fate fate,
        List<ServiceSpan> services) {

    PlatformSpan {
        services = List.copyOf(services);
    }

    /** How long it took to become usable; empty when it never was. */
    Optional<Duration> provisioning() {
        return usable.map(end -> end.minus(begun));
    }

    /** When nothing more is known of it. */
    Duration lastKnown(Duration end) {
        return fate == Fate.DELETED || fate == Fate.TOMBSTONE ? ended.orElse(end) : end;
    }

    PlatformSpan later(Duration shift, int firstId) {
        return new PlatformSpan(
                id + firstId,
                label,
                project,
                emulated,
                begun.plus(shift),
                created.map(shift::plus),
                usable.map(shift::plus),
                failed.map(shift::plus),
                deleting.map(shift::plus),
                ended.map(shift::plus),
                fate,
                services.stream().map(service -> service.later(shift)).toList());
    }
}
