package io.github.aivenjunit.emulator.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a service shows from the moment on at which it begins to build. A service with an engine becomes RUNNING once its
 * server accepts sessions, even if the timeline says earlier. One whose timeline never says RUNNING builds for ever. The
 * first backup comes just before the first RUNNING, or at the step marked for it.
 *
 * @param steps in the order of their times
 */
public record BuildTimeline(List<Step> steps) {

    public BuildTimeline {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).after().compareTo(steps.get(i - 1).after()) < 0) {
                throw new IllegalArgumentException(
                        "The step after " + steps.get(i).after() + " follows one after "
                                + steps.get(i - 1).after() + ". Put the steps in order.");
            }
        }
    }

    /** The states of a service. */
    public enum State {
        REBUILDING,
        REBALANCING,
        RUNNING
    }

    /** The states of a node of a service. */
    public enum NodeState {
        SETTING_UP_VM,
        SYNCING_DATA,
        RUNNING,
        LEAVING,
        TIMING_OUT,
        UNKNOWN;

        /** As the API writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A change of what is shown.
     *
     * @param after the time since the build began, on the emulator's clock
     * @param nodes the state of every node that is there
     * @param backup whether the first backup comes with this step
     */
    public record Step(Duration after, State state, List<NodeState> nodes, boolean backup) {
        public Step {
            requireNonNull(state, "state");
            nodes = List.copyOf(nodes);
            if (after.isNegative()) {
                throw new IllegalArgumentException(
                        "A step cannot come " + after.negated() + " before the build. Choose zero or more.");
            }
        }

        public Step(Duration after, State state, List<NodeState> nodes) {
            this(after, state, nodes, false);
        }
    }

    /**
     * How Aiven builds: machines, data, the first backup, RUNNING. Several nodes are REBALANCING once the first one
     * leads.
     *
     * @param time until RUNNING
     * @param nodes how many
     */
    public static BuildTimeline standard(Duration time, int nodes) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(tenths(time, 1), State.REBUILDING, List.of(NodeState.SETTING_UP_VM)));
        if (nodes > 1) {
            steps.add(new Step(
                    tenths(time, 3), State.REBUILDING, nodes(nodes, NodeState.SYNCING_DATA, NodeState.SETTING_UP_VM)));
            steps.add(new Step(
                    tenths(time, 5), State.REBALANCING, nodes(nodes, NodeState.RUNNING, NodeState.SYNCING_DATA)));
            steps.add(new Step(
                    tenths(time, 8), State.REBALANCING, nodes(nodes, NodeState.RUNNING, NodeState.SYNCING_DATA), true));
        } else {
            steps.add(new Step(tenths(time, 5), State.REBUILDING, List.of(NodeState.SYNCING_DATA)));
            steps.add(new Step(tenths(time, 8), State.REBUILDING, List.of(NodeState.SYNCING_DATA), true));
        }
        steps.add(new Step(time, State.RUNNING, nodes(nodes, NodeState.RUNNING, NodeState.RUNNING)));
        return new BuildTimeline(steps);
    }

    private static List<NodeState> nodes(int count, NodeState first, NodeState others) {
        List<NodeState> nodes = new ArrayList<>(Collections.nCopies(count, others));
        nodes.set(0, first);
        return nodes;
    }

    private static Duration tenths(Duration time, int tenths) {
        return time.multipliedBy(tenths).dividedBy(10);
    }
}
