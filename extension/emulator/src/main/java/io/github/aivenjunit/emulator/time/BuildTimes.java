package io.github.aivenjunit.emulator.time;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * How services build from create, power-on, maintenance or a change of plan or cloud to RUNNING, on the emulator's
 * clock. A service with an engine also waits until its server accepts sessions. What is said of a plan goes before what
 * is said of its type. Immutable.
 */
public final class BuildTimes {

    /** Half of the width of the spread of realistic times. */
    private static final double SPREAD = 0.2;

    /** More nodes are synchronised side by side, but after the first. */
    private static final double PER_FURTHER_NODE = 0.15;

    private static final Map<String, Integer> REALISTIC_SECONDS = Map.ofEntries(
            Map.entry("pg", 180),
            Map.entry("alloydbomni", 200),
            Map.entry("mysql", 190),
            Map.entry("kafka", 240),
            Map.entry("kafka_connect", 200),
            Map.entry("kafka_mirrormaker", 200),
            Map.entry("opensearch", 230),
            Map.entry("clickhouse", 240),
            Map.entry("valkey", 120),
            Map.entry("dragonfly", 120),
            Map.entry("project_vpc", 90),
            Map.entry("static_ip", 15));

    private final Duration otherwise;
    private final Map<String, Duration> times;
    private final Map<String, BuildTimeline> timelines;
    private final OptionalLong spread;

    private BuildTimes(
            Duration otherwise,
            Map<String, Duration> times,
            Map<String, BuildTimeline> timelines,
            OptionalLong spread) {
        this.otherwise = requireNotNegative(otherwise);
        this.times = Map.copyOf(times);
        this.timelines = Map.copyOf(timelines);
        this.spread = spread;
    }

    /** No time at all: RUNNING as soon as the server, if there is one, accepts sessions. The default. */
    public static BuildTimes instant() {
        return fixed(Duration.ZERO);
    }

    /** The same time for every type. */
    public static BuildTimes fixed(Duration time) {
        return new BuildTimes(time, Map.of(), Map.of(), OptionalLong.empty());
    }

    /**
     * Times like Aiven's: a few minutes, longer for types and plans with more to set up, and up to a fifth more or less.
     * Known are four minutes for Kafka and a first backup after two; the others are estimates.
     *
     * @param seed decides how much more or less: the same services in the same order take the same times
     */
    public static BuildTimes realistic(long seed) {
        Map<String, Duration> times = new HashMap<>();
        REALISTIC_SECONDS.forEach((type, seconds) -> times.put(type, Duration.ofSeconds(seconds)));
        return new BuildTimes(Duration.ofMinutes(3), times, Map.of(), OptionalLong.of(seed));
    }

    /**
     * Times from a file, with a line for every type or plan: either how long it builds, or what it shows when.
     *
     * <pre>
     * # anything else
     * * = 2m
     * kafka = 4m
     * pg/startup-4 = 20s REBUILDING setting_up_vm, 1m REBUILDING syncing_data, 3m RUNNING running
     * pg/business-4 = 1m REBUILDING setting_up_vm, 76s REBALANCING running syncing_data, 5m RUNNING running running
     * </pre>
     *
     * @throws IllegalArgumentException if a line cannot be understood; names it
     * @throws IOException if the file cannot be read
     */
    public static BuildTimes read(Path script) throws IOException {
        BuildTimes times = instant();
        int number = 0;
        for (String line : Files.readAllLines(script)) {
            number++;
            times = new BuildScriptLine(script.getFileName() + " line " + number, line).addTo(times);
        }
        return times;
    }

    /** The same times, and another one for this type. */
    public BuildTimes with(String serviceType, Duration time) {
        Map<String, Duration> changed = new HashMap<>(times);
        changed.put(serviceType, requireNotNegative(time));
        return new BuildTimes(otherwise, changed, timelines, spread);
    }

    /** The same times, and another one for this plan. */
    public BuildTimes with(String serviceType, String plan, Duration time) {
        return with(serviceType + "/" + plan, time);
    }

    /**
     * The same times, and a timeline of its own for this type or plan.
     *
     * @param serviceTypeOrPlan for example {@code pg} or {@code pg/startup-4}
     */
    public BuildTimes with(String serviceTypeOrPlan, BuildTimeline timeline) {
        Map<String, BuildTimeline> changed = new HashMap<>(timelines);
        changed.put(serviceTypeOrPlan, requireNonNull(timeline, "timeline"));
        return new BuildTimes(otherwise, times, changed, spread);
    }

    /** The same times, and another one for whatever has none of its own. */
    public BuildTimes withOthers(Duration time) {
        return new BuildTimes(time, times, timelines, spread);
    }

    /**
     * The time of a service type; of {@code project_vpc} and {@code static_ip} too, which are the times in which a VPC or
     * a static address comes and goes.
     */
    public Duration of(String serviceType) {
        return times.getOrDefault(serviceType, otherwise);
    }

    /**
     * What a service shows while it builds.
     *
     * @param nodes how many it has
     * @param build how many builds there were before, which the spread depends on
     */
    public BuildTimeline timeline(String serviceType, String plan, int nodes, int build) {
        String key = serviceType + "/" + plan;
        return Optional.ofNullable(timelines.get(key))
                .or(() -> Optional.ofNullable(timelines.get(serviceType)))
                .filter(timeline -> !times.containsKey(key) || timelines.containsKey(key))
                .orElseGet(() ->
                        BuildTimeline.standard(spread(times.getOrDefault(key, of(serviceType)), nodes, build), nodes));
    }

    private Duration spread(Duration time, int nodes, int build) {
        if (spread.isEmpty()) {
            return time;
        }
        double draw = new SplittableRandom(spread.getAsLong() * 31 + build).nextDouble();
        double factor = (1 + PER_FURTHER_NODE * (nodes - 1)) * (1 - SPREAD + 2 * SPREAD * draw);
        return Duration.ofMillis(Math.round(time.toMillis() * factor));
    }

    private static Duration requireNotNegative(Duration time) {
        if (requireNonNull(time, "time").isNegative()) {
            throw new IllegalArgumentException("A service cannot build in " + time + ". Choose zero or more.");
        }
        return time;
    }
}
