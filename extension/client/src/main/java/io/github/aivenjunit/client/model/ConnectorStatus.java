package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * How a connector is doing.
 *
 * @param state {@code RUNNING}, {@code PAUSED}, {@code FAILED} or {@code UNASSIGNED}
 */
public record ConnectorStatus(String state, List<Task> tasks) {

    public ConnectorStatus {
        state = Missing.text(state);
        tasks = Missing.list(tasks);
    }

    /**
     * How a task is doing. {@link #toString()} leaves the trace out: drivers write addresses with passwords into it.
     *
     * @param state as of the connector
     * @param trace the stack trace of a failure
     */
    public record Task(int id, String state, Optional<String> trace) {

        public Task {
            state = Missing.text(state);
            trace = Missing.optional(trace).filter(text -> !text.isEmpty());
        }

        @Override
        public String toString() {
            return "Task[id=" + id + ", state=" + state + "]";
        }
    }
}
