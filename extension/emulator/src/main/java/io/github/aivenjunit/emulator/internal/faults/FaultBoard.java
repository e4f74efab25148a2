package io.github.aivenjunit.emulator.internal.faults;

import io.github.aivenjunit.emulator.fault.DeadAddress;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.SecretAccess;
import io.github.aivenjunit.emulator.fault.TopicAnswer;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults that hold at the moment, the latest first. Thread-safe. */
public final class FaultBoard {

    private final List<Injected> injected = new CopyOnWriteArrayList<>();
    private final EmulatorClock clock;

    public FaultBoard(EmulatorClock clock) {
        this.clock = clock;
    }

    /**
     * Adds a fault.
     *
     * @return removes this fault again, and does nothing the second time
     */
    public Runnable inject(Fault fault) {
        Injected added = new Injected(fault, clock.now());
        injected.add(0, added);
        return () -> {
            injected.remove(added);
            added.removed.countDown();
        };
    }

    /** All that hold, the latest first. */
    public List<Fault> all() {
        return injected.stream().map(candidate -> candidate.fault).toList();
    }

    /** Forgets all faults and lets stalled requests go on. */
    public void clear() {
        List<Injected> cleared = List.copyOf(injected);
        injected.removeAll(cleared);
        cleared.forEach(fault -> fault.removed.countDown());
    }

    /** Counts the request against every fault that aims at it, and answers with the one that strikes it. */
    public Optional<Strike> strike(Aim request) {
        Optional<Strike> strike = Optional.empty();
        Instant now = clock.now();
        for (Injected candidate : injected) {
            if (candidate.fault instanceof Fault.Targeted targeted
                    && candidate.strikes(targeted, request, now)
                    && strike.isEmpty()) {
                strike = Optional.of(new Strike(targeted, candidate.removed));
            }
        }
        return strike;
    }

    public int membershipLag() {
        return latest(Fault.MembershipLag.class)
                .map(Fault.MembershipLag::requests)
                .orElse(0);
    }

    public int poolUserLag() {
        return latest(Fault.PoolUserLag.class).map(Fault.PoolUserLag::requests).orElse(0);
    }

    public Duration nameReservation() {
        return latest(Fault.NameReservation.class)
                .map(Fault.NameReservation::duration)
                .orElse(Duration.ZERO);
    }

    public int integrationLag() {
        return latest(Fault.IntegrationLag.class)
                .map(Fault.IntegrationLag::requests)
                .orElse(0);
    }

    public Duration backupLag() {
        return latest(Fault.BackupLag.class).map(Fault.BackupLag::duration).orElse(Duration.ZERO);
    }

    public Duration resourceLag() {
        return latest(Fault.ResourceLag.class).map(Fault.ResourceLag::duration).orElse(Duration.ZERO);
    }

    /** For how long a service has to run until its project has an open balance; empty when there is never one. */
    public Optional<Duration> openBalance() {
        return latest(Fault.OpenBalance.class).map(Fault.OpenBalance::after);
    }

    /** The credit in US dollars that every project holds. */
    public int unusedCredits() {
        return latest(Fault.UnusedCredits.class).map(Fault.UnusedCredits::usd).orElse(0);
    }

    /** What clients find at the address of a service, if not the service. */
    public Optional<DeadAddress> deadAddress(String service, String type) {
        return injected.stream()
                .map(candidate -> candidate.fault)
                .filter(fault -> fault instanceof Fault.Unreachable unreachable
                        && (unreachable.service().equals(service)
                                || unreachable.service().equals(type)))
                .map(fault -> ((Fault.Unreachable) fault).address())
                .findFirst();
    }

    public boolean stuck(String service, String type) {
        return injected.stream()
                .anyMatch(candidate -> candidate.fault instanceof Fault.StuckRebuilding stuck
                        && (stuck.service().equals(service) || stuck.service().equals(type)));
    }

    public SecretAccess secretAccess() {
        return latest(Fault.Redaction.class).map(Fault.Redaction::access).orElse(SecretAccess.PLAIN);
    }

    public int projectNotEmptyStatus() {
        return latest(Fault.ProjectNotEmpty.class)
                .map(Fault.ProjectNotEmpty::status)
                .orElse(409);
    }

    public int unknownUserStatus() {
        return latest(Fault.UnknownUser.class).map(Fault.UnknownUser::status).orElse(404);
    }

    public int invalidTokenStatus() {
        return latest(Fault.InvalidToken.class).map(Fault.InvalidToken::status).orElse(401);
    }

    /** How many reads of a new topic get this answer. */
    public int topicLag(TopicAnswer answer) {
        return injected.stream()
                .map(candidate -> candidate.fault)
                .filter(fault -> fault instanceof Fault.TopicLag lag && lag.answer() == answer)
                .map(Fault.TopicLag.class::cast)
                .map(Fault.TopicLag::reads)
                .findFirst()
                .orElse(0);
    }

    public int topicListLag() {
        return latest(Fault.TopicListLag.class).map(Fault.TopicListLag::lists).orElse(0);
    }

    public int missingBrokers() {
        return latest(Fault.MissingBrokers.class)
                .map(Fault.MissingBrokers::creations)
                .orElse(0);
    }

    public int flapping() {
        return latest(Fault.Flapping.class).map(Fault.Flapping::answers).orElse(0);
    }

    public int userLag() {
        return latest(Fault.UserLag.class).map(Fault.UserLag::requests).orElse(0);
    }

    public int passwordLag() {
        return latest(Fault.PasswordLag.class).map(Fault.PasswordLag::answers).orElse(0);
    }

    public int connectLag() {
        return latest(Fault.ConnectLag.class).map(Fault.ConnectLag::requests).orElse(0);
    }

    public int connectLagStatus() {
        return latest(Fault.ConnectLag.class).map(Fault.ConnectLag::status).orElse(503);
    }

    private <F extends Fault> Optional<F> latest(Class<F> kind) {
        return injected.stream()
                .map(candidate -> candidate.fault)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
