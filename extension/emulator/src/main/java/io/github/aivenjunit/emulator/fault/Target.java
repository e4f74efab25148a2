package io.github.aivenjunit.emulator.fault;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which requests a {@link Fault} strikes. A request is a hit when every given condition holds; hits are counted per
 * injected fault, beginning at 1. The same hits in the same order are always struck the same.
 *
 * @param operationId the operation's id in the API's OpenAPI document, for example {@code ServiceCreate}
 * @param request a pattern that the whole of {@code METHOD /path} matches, path percent-encoded, without query
 * @param project the project's name
 * @param first the first hit that can be struck, 1 by default
 * @param times how many hits are struck at most, all by default
 * @param probability how likely a hit is struck, above 0 and at most 1, the default
 * @param seed decides which hits those are
 * @param from how long after its injection the fault begins, on the emulator's clock; requests before are no hits
 * @param lasting how long it holds from there on, on the emulator's clock; without end when empty
 */
public record Target(
        Optional<String> operationId,
        Optional<Pattern> request,
        Optional<String> project,
        int first,
        int times,
        double probability,
        long seed,
        Duration from,
        Optional<Duration> lasting) {

    private static final Target ANY = new Target(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Integer.MAX_VALUE,
            1,
            0,
            Duration.ZERO,
            Optional.empty());

    public Target {
        requireNonNull(operationId, "operationId");
        requireNonNull(request, "request");
        requireNonNull(project, "project");
        if (first < 1 || times < 1) {
            throw new IllegalArgumentException("A target begins at hit " + first + " and strikes " + times
                    + " times; both must be at least 1. Count hits from 1.");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "A hit cannot be struck with probability " + probability + ". Choose one above 0 and at most 1.");
        }
        if (from.isNegative()
                || lasting.filter(time -> time.isNegative() || time.isZero()).isPresent()) {
            throw new IllegalArgumentException("A fault cannot begin after " + from + " and last "
                    + lasting.map(Duration::toString).orElse("for ever")
                    + ". Begin after zero or more, and last for more than zero.");
        }
    }

    /** Every request. */
    public static Target anyRequest() {
        return ANY;
    }

    /** Every request for one operation, for example {@code ServiceCreate}; both spellings of its path. */
    public static Target operation(String operationId) {
        return new Target(
                Optional.of(operationId),
                Optional.empty(),
                Optional.empty(),
                1,
                Integer.MAX_VALUE,
                1,
                0,
                Duration.ZERO,
                Optional.empty());
    }

    /** Every request whose {@code METHOD /path} matches the regular expression as a whole. */
    public static Target request(String regex) {
        return new Target(
                Optional.empty(),
                Optional.of(Pattern.compile(regex)),
                Optional.empty(),
                1,
                Integer.MAX_VALUE,
                1,
                0,
                Duration.ZERO,
                Optional.empty());
    }

    /** The same, for one project only. */
    public Target inProject(String name) {
        return new Target(operationId, request, Optional.of(name), first, times, probability, seed, from, lasting);
    }

    /** The first hit only. */
    public Target once() {
        return times(1);
    }

    /** This many hits only. */
    public Target times(int count) {
        return new Target(operationId, request, project, first, count, probability, seed, from, lasting);
    }

    /** The given hit only, counted from 1. */
    public Target nth(int hit) {
        return new Target(operationId, request, project, hit, 1, probability, seed, from, lasting);
    }

    /** The given hit and those after it, counted from 1. */
    public Target fromNth(int hit) {
        return new Target(operationId, request, project, hit, times, probability, seed, from, lasting);
    }

    /** Some of the hits, drawn by the seed. */
    public Target withProbability(double share, long drawnBy) {
        return new Target(operationId, request, project, first, times, share, drawnBy, from, lasting);
    }

    /** Only from this time after the injection on, on the emulator's clock. */
    public Target after(Duration start) {
        return new Target(operationId, request, project, first, times, probability, seed, start, lasting);
    }

    /** Only for this time, on the emulator's clock. */
    public Target lasting(Duration time) {
        return new Target(operationId, request, project, first, times, probability, seed, from, Optional.of(time));
    }
}
