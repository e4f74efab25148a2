package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.spec.ProjectSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The services of one project.
 *
 * @param engines one service of each
 * @param limit how soon all of them should be usable
 */
record Platform(List<Engine> engines, Duration limit) {

    static final Platform KAFKA = of(1500, Engine.KAFKA);

    /** In the order of measurement: what is compared runs shortly one after the other. */
    static final List<Platform> ALL = List.of(
            of(300, Engine.VALKEY),
            of(600, Engine.MYSQL),
            KAFKA,
            of(1600, Engine.POSTGRES, Engine.KAFKA),
            of(2500, Engine.OPENSEARCH));

    /** A server that cannot start should not take the default's quarter of an hour to say so. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The one of {@link #ALL} with that {@link #name()}. */
    static Platform named(String name) {
        return ALL.stream()
                .filter(platform -> platform.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no platform " + name + ". Name one of "
                        + ALL.stream().map(Platform::name).toList() + "."));
    }

    /** For programs: a word that can be a part of a file's name. */
    String name() {
        return engines.stream().map(Engine::serviceType).collect(Collectors.joining("-"));
    }

    /** For people. */
    String title() {
        return engines.stream().map(Engine::title).collect(Collectors.joining(" + "));
    }

    /** Whether this is Kafka, and something beside it. */
    boolean extendsKafka() {
        return engines.contains(Engine.KAFKA) && engines.size() > 1;
    }

    ProjectSpec spec() {
        ProjectSpec.Builder spec = ProjectSpec.builder("benchmark").timeout(PATIENCE);
        engines.forEach(engine -> spec.service(engine.service()));
        return spec.build();
    }

    private static Platform of(long limitMillis, Engine... engines) {
        return new Platform(List.of(engines), Duration.ofMillis(limitMillis));
    }
}
