package io.github.aivenjunit.emulator.scenario;

import io.github.aivenjunit.emulator.scenario.RecordedExchange.Sighting;
import io.github.aivenjunit.emulator.time.BuildTimeline;
import io.github.aivenjunit.emulator.time.BuildTimeline.NodeState;
import io.github.aivenjunit.emulator.time.BuildTimeline.State;
import io.github.aivenjunit.emulator.time.BuildTimeline.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the services of a recording came to be: every change of state is as old as the look that saw it first. */
record RecordedBuilds(List<RecordedExchange> exchanges) {

    List<Scenario.Build> all() {
        Map<String, Seen> services = new LinkedHashMap<>();
        for (RecordedExchange exchange : exchanges) {
            for (Sighting sighting : exchange.services()) {
                String key = exchange.project() + "/" + sighting.name();
                if (!services.containsKey(key) && isNew(exchange)) {
                    services.put(key, new Seen(sighting, exchange));
                }
                Optional.ofNullable(services.get(key)).ifPresent(seen -> seen.look(sighting, exchange));
            }
        }
        return services.values().stream().map(Seen::build).toList();
    }

    /** Seen in the answer to its creation, or after such an answer was lost; what was there before is not made again. */
    private boolean isNew(RecordedExchange exchange) {
        return !exchange.isRead()
                || exchanges.stream()
                        .filter(before -> before.at().compareTo(exchange.at()) <= 0)
                        .anyMatch(before -> before.method().equals("POST")
                                && before.hasFailed()
                                && before.path().endsWith("/project/" + exchange.project() + "/service"));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** What was seen of a service so far. */
    private static final class Seen {

        private final Sighting first;
        private final Duration created;
        private final List<Step> steps = new ArrayList<>();
        private boolean poweredOff;

        Seen(Sighting first, RecordedExchange exchange) {
            this.first = first;
            this.created = exchange.end();
        }

        void look(Sighting sighting, RecordedExchange exchange) {
            Optional<State> state = constant(State.class, sighting.state());
            poweredOff |= state.isEmpty();
            if (poweredOff) {
                return;
            }
            List<NodeState> nodes = sighting.nodes().stream()
                    .map(node -> constant(NodeState.class, node).orElse(NodeState.UNKNOWN))
                    .toList();
            // Counted from the answer to the creation: how long that took depends on who asked.
            Duration after = steps.isEmpty()
                    ? Duration.ZERO
                    : max(
                            exchange.at().minus(created),
                            steps.get(steps.size() - 1).after());
            if (steps.isEmpty() || differs(steps.get(steps.size() - 1), state.get(), nodes)) {
                steps.add(new Step(after, state.get(), nodes));
            }
        }

        private static Duration max(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        private static boolean differs(Step before, State state, List<NodeState> nodes) {
            return before.state() != state || !before.nodes().equals(nodes);
        }

        Scenario.Build build() {
            return new Scenario.Build(first.type(), first.plan(), new BuildTimeline(steps));
        }
    }
}
