package io.github.aivenjunit.emulator.fault;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which requests a {@link Fault} strikes. A request is a hit when every given condition holds; hits are counted per
 * injected fault, beginning at 1.
 *
 * @param operationId the operation's id in the API's OpenAPI document, for example {@code ServiceCreate}
 * @param request a pattern that the whole of {@code METHOD /path} matches, path percent-encoded, without query
 * @param project the project's name
 * @param first the first hit that is struck, 1 by default
 * @param times how many hits are struck from there on, all by default
 */
public record Target(
        Optional<String> operationId, Optional<Pattern> request, Optional<String> project, int first, int times) {

    public Target {
        requireNonNull(operationId, "operationId");
        requireNonNull(request, "request");
        requireNonNull(project, "project");
        if (first < 1 || times < 1) {
            throw new IllegalArgumentException("A target begins at hit " + first + " and strikes " + times
                    + " times; both must be at least 1. Count hits from 1.");
        }
    }

    /** Every request. */
    public static Target anyRequest() {
        return new Target(Optional.empty(), Optional.empty(), Optional.empty(), 1, Integer.MAX_VALUE);
    }

    /** Every request for one operation, for example {@code ServiceCreate}; both spellings of its path. */
    public static Target operation(String operationId) {
        return new Target(Optional.of(operationId), Optional.empty(), Optional.empty(), 1, Integer.MAX_VALUE);
    }

    /** Every request whose {@code METHOD /path} matches the regular expression as a whole. */
    public static Target request(String regex) {
        return new Target(
                Optional.empty(), Optional.of(Pattern.compile(regex)), Optional.empty(), 1, Integer.MAX_VALUE);
    }

    /** The same, for one project only. */
    public Target inProject(String name) {
        return new Target(operationId, request, Optional.of(name), first, times);
    }

    /** The first hit only. */
    public Target once() {
        return times(1);
    }

    /** This many hits only. */
    public Target times(int count) {
        return new Target(operationId, request, project, first, count);
    }

    /** The given hit only, counted from 1. */
    public Target nth(int hit) {
        return new Target(operationId, request, project, hit, 1);
    }
}
