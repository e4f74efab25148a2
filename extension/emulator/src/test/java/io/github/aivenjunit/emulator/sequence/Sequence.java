package io.github.aivenjunit.emulator.sequence;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps against an emulator of their own, on a clock that only they move, and what went wrong. */
final class Sequence {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final int WHOLE_CHECK = 8;
    private static final Duration BUILD_TIME = Duration.ofMinutes(4);

    private final HttpClient http;
    private final long seed;
    private final Map<Action, Integer> successes = new EnumMap<>(Action.class);
    private int requests;

    Sequence(HttpClient http, long seed) {
        this.http = http;
        this.seed = seed;
    }

    int requests() {
        return requests;
    }

    /** How often each kind of step did what it is for. */
    Map<Action, Integer> successes() {
        return successes;
    }

    /** What was broken first, if anything was. */
    Optional<String> run(List<Step> steps) {
        EmulatorClock.Manual clock = EmulatorClock.manual(START);
        try (AivenEmulator emulator = AivenEmulator.builder()
                .clock(clock)
                .buildTimes(BuildTimes.fixed(BUILD_TIME).with("pg", BUILD_TIME.multipliedBy(2)))
                .engines(List.of())
                .seed(seed)
                .start()) {
            Conversation api = new Conversation(http, emulator);
            World world = new World();
            Catalogue catalogue = new Catalogue(api.get("/service_types").at("/service_types"));
            Actor actor = new Actor(api, world, catalogue, clock);
            Invariants invariants = new Invariants(api, world);
            Optional<String> broken = Optional.empty();
            for (int i = 0; i < steps.size() && broken.isEmpty(); i++) {
                broken = take(steps.get(i), i, actor, invariants);
            }
            requests += api.requests();
            return broken;
        }
    }

    private Optional<String> take(Step step, int number, Actor actor, Invariants invariants) {
        try {
            if (actor.take(step)) {
                successes.merge(step.action(), 1, Integer::sum);
            }
            if (number % WHOLE_CHECK == 0) {
                invariants.check();
            } else {
                invariants.glance();
            }
            return Optional.empty();
        } catch (Broken e) {
            return Optional.of("step " + number + " " + step + ": " + e.getMessage());
        }
    }

    /** The fewest of these steps that still break something, as far as leaving out one run of steps after another finds them. */
    List<Step> shrink(List<Step> failing) {
        List<Step> steps = failing;
        for (int size = Math.max(1, steps.size() / 2); size > 0; size /= 2) {
            int from = 0;
            while (from < steps.size()) {
                List<Step> fewer = new ArrayList<>(steps.subList(0, from));
                fewer.addAll(steps.subList(Math.min(steps.size(), from + size), steps.size()));
                if (run(fewer).isPresent()) {
                    steps = fewer;
                } else {
                    from += size;
                }
            }
        }
        return steps;
    }
}
