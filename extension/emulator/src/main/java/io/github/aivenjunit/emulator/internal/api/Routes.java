package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the operation of a request. Filled once, then only read. */
final class Routes {

    private static final String FIRST_VERSION = "/v1";
    private static final String SECOND_VERSION = "/v2/";

    private final List<Route> all;
    private final RouteTree tree;
    private final Support support;

    Routes() {
        this(new ArrayList<>(), new RouteTree(), Support.CONTROL_PLANE);
    }

    private Routes(List<Route> all, RouteTree tree, Support support) {
        this.all = all;
        this.tree = tree;
        this.support = support;
    }

    /** The same routes; what is added here has this support. */
    Routes with(Support other) {
        return new Routes(all, tree, other);
    }

    /**
     * The template is the path in the spelling of the OpenAPI document: below {@code /v1}, but one of {@code /v2} in full.
     */
    void add(String method, String template, String operationId, Route.Endpoint endpoint) {
        add(new Route(method, segments(whole(template)), operationId, true, support, endpoint));
    }

    /** An operation that needs no token. */
    void addOpen(String method, String template, String operationId, Route.Endpoint endpoint) {
        add(new Route(method, segments(whole(template)), operationId, false, support, endpoint));
    }

    private void add(Route route) {
        all.add(route);
        tree.add(route);
    }

    List<Route> all() {
        return List.copyOf(all);
    }

    Set<String> operations() {
        return all.stream().map(Route::operationId).collect(Collectors.toUnmodifiableSet());
    }

    Found find(String method, String path) {
        List<String> segments;
        try {
            segments = path.startsWith("/") ? decode(path) : List.of();
        } catch (IllegalArgumentException malformedEscape) {
            return new Missing(Refusal.of(400, "Malformed percent-encoding in the path"), Optional.empty());
        }
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : tree.fitting(segments)) {
            if (route.method().equals(method)) {
                return new Hit(route, route.variables(segments));
            }
            methods.add(route.method());
        }
        return methods.isEmpty()
                ? new Missing(Refusal.of(404, "Not found"), Optional.empty())
                : new Missing(Refusal.of(405, "Method not allowed"), Optional.of(String.join(", ", methods)));
    }

    private static String whole(String template) {
        return template.startsWith(SECOND_VERSION) ? template : FIRST_VERSION + template;
    }

    private static List<String> decode(String path) {
        return segments(path).stream()
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    /** The outcome of a search. */
    sealed interface Found {}

    record Hit(Route route, Map<String, String> variables) implements Found {}

    /** No operation; with the methods that the path knows. */
    record Missing(Refusal refusal, Optional<String> allow) implements Found {}
}
