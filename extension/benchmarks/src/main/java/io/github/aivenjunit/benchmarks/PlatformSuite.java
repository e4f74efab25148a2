package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How soon the services of every engine are usable, and what room they take. */
final class PlatformSuite implements Suite {

    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final int COLD_JVMS = 3;
    private static final int EMPTY_CACHES = 3;

    private final Path directory;

    /**
     * Of one platform.
     *
     * @param first of JVMs that found an empty cache
     * @param cold of JVMs that found everything in the cache, archives of classes included
     * @param warm of one that was warmed up before
     */
    private record Runs(Measurements first, Measurements cold, Measurements warm) {}

    /** Makes its caches in that directory, which every user can read. */
    PlatformSuite(Path directory) {
        this.directory = directory;
    }

    @Override
    public String title() {
        return "Services on the emulator";
    }

    @Override
    public Set<Engine> engines() {
        return Set.of(Engine.values());
    }

    @Override
    public Results measure(ForkedJvm jvm) throws IOException, InterruptedException {
        Map<Platform, Runs> all = new LinkedHashMap<>();
        for (Platform platform : Platform.ALL) {
            all.put(platform, measure(platform, jvm.withEngines(Set.copyOf(platform.engines()))));
        }
        List<Row> rows = new ArrayList<>();
        List<Size> sizes = new ArrayList<>();
        all.forEach((platform, runs) -> {
            rows.addAll(rows(
                    platform,
                    runs,
                    Optional.ofNullable(all.get(Platform.KAFKA)).filter(kafka -> platform.extendsKafka())));
            if (runs.warm().hasSize(PlatformProbe.MEMORY)) {
                sizes.add(runs.warm()
                        .size(platform.title() + ": resident memory of its processes", PlatformProbe.MEMORY));
            }
        });
        sizes.addAll(artifacts(jvm));
        return new Results(rows, sizes);
    }

    private Runs measure(Platform platform, ForkedJvm jvm) throws IOException, InterruptedException {
        Measurements first = new Measurements();
        for (int i = 1; i < EMPTY_CACHES; i++) {
            first.addAll(jvm.withCache(cache(platform, i)).run(PlatformProbe.class, platform.name(), 0, 1));
        }
        Path cache = cache(platform, EMPTY_CACHES);
        ForkedJvm cached = jvm.withCache(cache);
        first.addAll(cached.run(PlatformProbe.class, platform.name(), 0, 1, cache));
        return new Runs(
                first,
                cached.run(COLD_JVMS, PlatformProbe.class, platform.name(), 0, 1),
                cached.run(PlatformProbe.class, platform.name(), WARM_UP, ROUNDS));
    }

    private static List<Row> rows(Platform platform, Runs runs, Optional<Runs> kafka) {
        String opened = platform.title() + ": session opened to usable, ";
        Figure first = runs.first().figure(PlatformProbe.USABLE);
        Figure cold = runs.cold().figure(PlatformProbe.USABLE);
        Figure warm = runs.warm().figure(PlatformProbe.USABLE);
        Target usable = new Target.AtMost(platform.limit());
        List<Row> rows = new ArrayList<>();
        rows.add(againstKafka(Row.of(opened + "warm JVM", warm).target(usable), kafka.map(Runs::warm)));
        for (Engine engine : platform.engines()) {
            rows.add(Row.of(
                    "  " + engine.title() + " created to usable (all rungs), warm JVM",
                    runs.warm().figure(PlatformProbe.READY + engine.serviceType())));
        }
        rows.add(againstKafka(
                Row.of(opened + "cold JVM", cold).target(usable).against("warm JVM", warm), kafka.map(Runs::cold)));
        rows.add(againstKafka(Row.of(opened + "first ever", first).against("cold JVM", cold), kafka.map(Runs::first)));
        rows.add(Row.of(
                platform.title() + ": project deleted and verified, warm JVM",
                runs.warm().figure(PlatformProbe.DELETED)));
        return rows;
    }

    private static Row againstKafka(Row row, Optional<Measurements> kafka) {
        return kafka.map(alone -> row.against("Kafka alone", alone.figure(PlatformProbe.USABLE)))
                .orElse(row);
    }

    private static List<Size> artifacts(ForkedJvm jvm) throws IOException {
        List<Size> sizes = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            for (Path jar : jvm.classPath()) {
                if (engine.brings(jar)) {
                    sizes.add(new Size("artifact " + jar.getFileName(), List.of(Files.size(jar))));
                }
            }
        }
        return sizes;
    }

    private Path cache(Platform platform, int number) {
        return directory.resolve("cache-" + platform.name() + "-" + number);
    }
}
