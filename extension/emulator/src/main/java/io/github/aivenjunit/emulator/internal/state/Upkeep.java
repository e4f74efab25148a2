package io.github.aivenjunit.emulator.internal.state;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens to a service by itself once it is there: backups, updates, and its end when nobody wants it. Guarded by
 * the platform's lock.
 */
public final class Upkeep {

    /** Aiven API: a service that stays powered off for 180 days is deleted. */
    static final Duration LONGEST_POWEROFF = Duration.ofDays(180);

    static final Duration BACKUP_INTERVAL = Duration.ofDays(1);

    /** How often Aiven has updates is not known. */
    static final Duration UPDATE_INTERVAL = Duration.ofDays(90);

    private static final Duration NOTICE = Duration.ofDays(7);
    private static final Duration GRACE = Duration.ofDays(30);

    private Optional<Instant> backupDue = Optional.empty();
    private Optional<Instant> powerOff = Optional.empty();
    private Optional<Update> update = Optional.empty();
    private Instant updateDue;

    Upkeep(Instant now) {
        updateDue = now.plus(UPDATE_INTERVAL);
    }

    /**
     * An update that waits for the maintenance window.
     *
     * @param startAfter before which it does not begin by itself
     * @param startAt when it begins, in the window or at the deadline
     */
    public record Update(Instant startAfter, Instant startAt, Instant deadline) {}

    /** The update that waits. */
    public Optional<Update> update() {
        return update;
    }

    Optional<Instant> backupDue() {
        return powerOff.isPresent() ? Optional.empty() : backupDue;
    }

    void backupDue(Instant time) {
        backupDue = Optional.of(time);
    }

    /** When the next update is announced, or the announced one begins. */
    Optional<Instant> updateDue() {
        return powerOff.isPresent()
                ? Optional.empty()
                : Optional.of(update.map(Update::startAt).orElse(updateDue));
    }

    void announceUpdate(Instant now, ServiceOrder order) {
        Instant deadline = now.plus(GRACE);
        Instant window = window(now.plus(NOTICE), order);
        update = Optional.of(new Update(now.plus(NOTICE), window.isBefore(deadline) ? window : deadline, deadline));
    }

    /** Nothing waits any more, and the next update is some time off. */
    void updated(Instant now) {
        update = Optional.empty();
        updateDue = now.plus(UPDATE_INTERVAL);
    }

    Optional<Instant> expiry() {
        return powerOff.map(since -> since.plus(LONGEST_POWEROFF));
    }

    void poweredOff(Instant now) {
        powerOff = Optional.of(now);
    }

    /** What it missed comes now. */
    void poweredOn(Instant now) {
        powerOff = Optional.empty();
        backupDue = backupDue.map(due -> due.isBefore(now) ? now : due);
        updateDue = updateDue.isBefore(now) ? now : updateDue;
        update = update.map(waiting ->
                waiting.startAt().isBefore(now) ? new Update(waiting.startAfter(), now, waiting.deadline()) : waiting);
    }

    private static Instant window(Instant from, ServiceOrder order) {
        if (order.maintenanceDay().equals("never")) {
            return Instant.MAX;
        }
        ZonedDateTime begin = from.atZone(ZoneOffset.UTC);
        ZonedDateTime window = begin.with(TemporalAdjusters.nextOrSame(
                        DayOfWeek.valueOf(order.maintenanceDay().toUpperCase(Locale.ROOT))))
                .with(LocalTime.parse(order.maintenanceTime()));
        return (window.isBefore(begin) ? window.plusWeeks(1) : window).toInstant();
    }
}
