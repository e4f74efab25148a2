package io.github.aivenjunit.emulator.internal.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes by the segments of their paths, so that a search does not look at each of them. */
final class RouteTree {

    private final Map<String, RouteTree> literals = new HashMap<>();
    private final List<Route> ending = new ArrayList<>();
    private Optional<RouteTree> variable = Optional.empty();

    void add(Route route) {
        RouteTree place = this;
        for (String segment : route.template()) {
            place = place.child(segment);
        }
        place.ending.add(route);
    }

    /** All routes whose template fits, those with more literal segments in front first. */
    List<Route> fitting(List<String> path) {
        List<Route> found = new ArrayList<>();
        collect(path, 0, found);
        return found;
    }

    private void collect(List<String> path, int depth, List<Route> found) {
        if (depth == path.size()) {
            found.addAll(ending);
            return;
        }
        RouteTree literal = literals.get(path.get(depth));
        if (literal != null) {
            literal.collect(path, depth + 1, found);
        }
        variable.ifPresent(next -> next.collect(path, depth + 1, found));
    }

    private RouteTree child(String segment) {
        if (!Route.isVariable(segment)) {
            return literals.computeIfAbsent(segment, name -> new RouteTree());
        }
        RouteTree next = variable.orElseGet(RouteTree::new);
        variable = Optional.of(next);
        return next;
    }
}
