package io.github.aivenjunit.emulator.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * The states that a service and its nodes go through. Moves only when told the time; what fell due in between is
 * carried out in order and with the time at which it fell due. Guarded by the platform's lock.
 *
 * <p>Aiven API: a service is created REBUILDING, with several nodes REBALANCING once the first one leads, and RUNNING.
 */
final class Lifecycle {

    private final String service;
    private final boolean nodeRoles;
    private ServiceState state = ServiceState.REBUILDING;
    private List<Node> nodes = List.of();
    private int nodesMade;
    private int nodeCount;
    private Instant buildStart = Instant.EPOCH;
    private Duration buildTime = Duration.ZERO;
    private final Deque<Stage> ahead = new ArrayDeque<>();
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

    /** Begins with new nodes. A server that accepts sessions goes on doing so. */
    void build(Instant now, Duration time, int count) {
        state = ServiceState.REBUILDING;
        nodes = List.of();
        nodesMade += nodeCount;
        nodeCount = count;
        buildStart = now;
        buildTime = time;
        ahead.clear();
        ahead.addAll(List.of(Stage.values()));
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

    /**
     * Carries out what is due.
     *
     * @param stuck whether the service may not leave REBUILDING
     * @param reached told every stage and its time
     */
    void settle(Instant now, boolean stuck, BiConsumer<Stage, Instant> reached) {
        while (!ahead.isEmpty()) {
            Stage stage = ahead.peek();
            Instant due = buildStart.plus(stage.after(buildTime));
            boolean held = (stuck && stage != Stage.NODES_SET_UP) || (stage == Stage.RUNNING && accepting.isEmpty());
            if (held || due.isAfter(now)) {
                return;
            }
            ahead.remove();
            enter(stage);
            Instant time =
                    stage == Stage.RUNNING ? accepting.filter(due::isBefore).orElse(due) : due;
            reached.accept(stage, time);
        }
    }

    private void enter(Stage stage) {
        switch (stage) {
            case NODES_SET_UP -> nodes = List.of(node(1, "setting_up_vm", nodeCount == 1));
            case DATA_SYNCS -> {
                if (nodeCount > 1) {
                    state = ServiceState.REBALANCING;
                }
                nodes = nodes(nodeCount == 1 ? "syncing_data" : "running", "syncing_data");
            }
            case FIRST_BACKUP -> {}
            case RUNNING -> {
                state = ServiceState.RUNNING;
                serving = true;
                nodes = nodes("running", "running");
            }
        }
    }

    private List<Node> nodes(String first, String others) {
        List<Node> all = new ArrayList<>();
        IntStream.rangeClosed(1, nodeCount)
                .forEach(number -> all.add(node(number, number == 1 ? first : others, number == 1)));
        return List.copyOf(all);
    }

    private Node node(int number, String nodeState, boolean leads) {
        Optional<String> role = nodeRoles ? Optional.of(leads ? "master" : "standby") : Optional.empty();
        return new Node(service + "-" + (nodesMade + number), nodeState, role);
    }
}
