package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.time.BuildTimeline;
import io.github.aivenjunit.emulator.time.BuildTimeline.NodeState;
import io.github.aivenjunit.emulator.time.BuildTimeline.State;
import io.github.aivenjunit.emulator.time.BuildTimeline.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The states that a service and its nodes go through. Moves only when told to; every step has the time at which it fell
 * due. Guarded by the platform's lock.
 *
 * <p>Aiven API: a service is created REBUILDING, with several nodes REBALANCING once the first one leads, and RUNNING.
 */
final class Lifecycle {

    private final String service;
    private final boolean nodeRoles;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private ServiceState state = ServiceState.REBUILDING;
    private List<Node> nodes = List.of();
    private int nodesMade;
    private int nodeCount;
    private Instant buildStart = Instant.EPOCH;
    private Instant lastStep = Instant.EPOCH;
    private Optional<Instant> accepting = Optional.empty();
    private boolean serving;

    Lifecycle(String service, boolean nodeRoles) {
        this.service = service;
        this.nodeRoles = nodeRoles;
    }

    ServiceState state() {
        return state;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Whether no stage is ahead. */
    boolean isSettled() {
        return ahead.isEmpty();
    }

    /** Begins with new nodes. A server that accepts sessions goes on doing so. */
    void build(Instant now, BuildTimeline timeline, int count) {
        state = ServiceState.REBUILDING;
        nodes = List.of();
        nodesMade += nodeCount;
        nodeCount = count;
        buildStart = now;
        lastStep = now;
        ahead.clear();
        ahead.addAll(timeline.steps());
    }

    /** The machine was off for a while: what ran has to come up again, what was being built goes on. */
    void resume() {
        accepting = Optional.empty();
        serving = false;
        if (state == ServiceState.POWEROFF) {
            return;
        }
        if (ahead.isEmpty()) {
            state = ServiceState.REBUILDING;
            ahead.add(new Step(Duration.ZERO, State.RUNNING, Collections.nCopies(nodeCount, NodeState.RUNNING)));
        }
    }

    void powerOff() {
        state = ServiceState.POWEROFF;
        nodes = List.of();
        ahead.clear();
        accepting = Optional.empty();
        serving = false;
    }

    /** The server accepts sessions from now on. */
    void accepting(Instant now) {
        accepting = Optional.of(now);
    }

    boolean isAccepting() {
        return accepting.isPresent();
    }

    /** Whether it has been RUNNING since it was last powered on; new machines do not interrupt that. */
    boolean isServing() {
        return serving;
    }

    /** How much of the time between the last step and the next is over; empty when no step is ahead. */
    OptionalDouble progress(Instant now) {
        // A backup changes nothing that is shown.
        Optional<Step> next = ahead.stream().filter(step -> !step.backup()).findFirst();
        if (next.isEmpty()) {
            return OptionalDouble.empty();
        }
        double whole =
                Duration.between(lastStep, buildStart.plus(next.get().after())).toMillis();
        double over = Duration.between(lastStep, now).toMillis();
        return OptionalDouble.of(whole <= 0 ? 1 : Math.max(0, Math.min(1, over / whole)));
    }

    /**
     * When the next step falls due.
     *
     * @param stuck whether the service may not leave REBUILDING
     */
    Optional<Instant> due(boolean stuck) {
        Step next = ahead.peek();
        if (next == null || (stuck && (next.state() != State.REBUILDING || next.backup()))) {
            return Optional.empty();
        }
        Instant due = buildStart.plus(next.after());
        if (next.state() != State.RUNNING) {
            return Optional.of(due);
        }
        return accepting.map(since -> since.isAfter(due) ? since : due);
    }

    /** Carries out the step that fell due. */
    Step advance(Instant due) {
        Step step = ahead.remove();
        if (!step.backup()) {
            lastStep = due;
        }
        state = ServiceState.valueOf(step.state().name());
        serving |= state == ServiceState.RUNNING;
        nodes = nodes(step.nodes());
        return step;
    }

    private List<Node> nodes(List<NodeState> states) {
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            boolean leads = i == 0 && (nodeCount == 1 || state != ServiceState.REBUILDING);
            Optional<String> role = nodeRoles ? Optional.of(leads ? "master" : "standby") : Optional.empty();
            all.add(new Node(service + "-" + (nodesMade + i + 1), states.get(i).code(), role));
        }
        return List.copyOf(all);
    }
}
