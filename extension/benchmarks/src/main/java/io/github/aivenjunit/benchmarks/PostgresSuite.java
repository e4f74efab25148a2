package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.readiness.Rung;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How soon a PostgreSQL service is usable, through the whole extension and by its parts. */
final class PostgresSuite implements Suite {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;
    private static final int ENGINE_WARM_UP = 5;
    private static final int ENGINE_ROUNDS = 9;
    private static final int COLD_JVMS = 7;
    private static final int COLD_CACHES = 3;
    private static final Target USABLE = new Target.AtMost(Duration.ofMillis(300));

    private final Path directory;

    /** Makes its caches in that directory, which every user can read. */
    PostgresSuite(Path directory) {
        this.directory = directory;
    }

    @Override
    public String title() {
        return "PostgreSQL on the emulator";
    }

    @Override
    public Results measure(ForkedJvm jvm) throws IOException, InterruptedException {
        Measurements coldCache = new Measurements();
        for (int i = 0; i < COLD_CACHES; i++) {
            coldCache.addAll(jvm.withCache(cache(i)).run(ServiceProbe.class, 0, 1));
        }
        // The first of these caches is warm now.
        ForkedJvm cached = jvm.withCache(cache(0));
        Measurements coldJvm = cached.run(COLD_JVMS, ServiceProbe.class, 0, 1);
        Measurements warm = cached.run(ServiceProbe.class, WARM_UP, ROUNDS);
        Measurements engine = cached.run(EngineProbe.class, ENGINE_WARM_UP, ENGINE_ROUNDS, cache(0));

        List<Row> rows = new ArrayList<>();
        rows.addAll(wholePath(warm, coldJvm, coldCache, engine));
        rows.addAll(rungs(warm));
        rows.addAll(deletion(warm, coldJvm));
        rows.addAll(alone(engine));
        return Results.of(rows);
    }

    private static List<Row> wholePath(
            Measurements warm, Measurements coldJvm, Measurements coldCache, Measurements engine) {
        String first = ServiceProbe.FIRST + ServiceProbe.USABLE;
        String further = ServiceProbe.FURTHER + ServiceProbe.USABLE;
        Figure warmFirst = warm.figure(first);
        return List.of(
                withBaselines(Row.of("session opened to project usable, warm JVM", warmFirst), engine)
                        .target(USABLE),
                withBaselines(Row.of("further project of the session usable, warm JVM", warm.figure(further)), engine)
                        .target(USABLE),
                Row.of("session opened to project usable, cold JVM", coldJvm.figure(first))
                        .target(USABLE)
                        .against("warm JVM", warmFirst),
                Row.of("further project of the session usable, cold JVM", coldJvm.figure(further))
                        .target(USABLE)
                        .against("first project", coldJvm.figure(first)),
                Row.of("JVM forked to project usable, cold JVM", coldJvm.sinceFork(first)),
                Row.of("session opened to project usable, cold JVM and empty cache", coldCache.figure(first))
                        .against("warm cache", coldJvm.figure(first)));
    }

    private static List<Row> rungs(Measurements warm) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                        "created to usable (all rungs), warm JVM",
                        warm.figure(ServiceProbe.FURTHER + ServiceProbe.READY))
                .target(USABLE));
        for (Rung rung : Rung.values()) {
            String name = ServiceProbe.FURTHER + ServiceProbe.RUNG + rung;
            if (warm.has(name)) {
                rows.add(Row.of("  rung " + rung, warm.figure(name)));
            }
        }
        return rows;
    }

    private static List<Row> deletion(Measurements warm, Measurements coldJvm) {
        return List.of(
                Row.of(
                        "project deleted and verified, warm JVM",
                        warm.figure(ServiceProbe.FURTHER + ServiceProbe.DELETED)),
                Row.of(
                        "project deleted and verified, cold JVM",
                        coldJvm.figure(ServiceProbe.FIRST + ServiceProbe.DELETED)),
                Row.of("session closed after that, warm JVM", warm.figure(ServiceProbe.CLOSED)));
    }

    private static List<Row> alone(Measurements engine) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("engine alone, warm JVM: create", engine.figure(EngineProbe.ENGINE_CREATED)));
        rows.add(withBaselines(
                Row.of(
                        "engine alone, warm JVM: power on until it accepts sessions",
                        engine.figure(EngineProbe.ENGINE_ON)),
                engine));
        rows.add(Row.of("engine alone, warm JVM: close", engine.figure(EngineProbe.ENGINE_CLOSED)));
        for (String plain : plain(engine)) {
            rows.add(Row.of("to beat: " + plain + PlainPostgres.INITDB, engine.figure(plain + PlainPostgres.INITDB)));
            rows.add(Row.of("to beat: " + plain + PlainPostgres.ANSWERS, engine.figure(plain + PlainPostgres.ANSWERS)));
        }
        return rows;
    }

    private static Row withBaselines(Row row, Measurements engine) {
        Row result = row;
        for (String plain : plain(engine)) {
            result = result.against(plain, engine.figure(plain + PlainPostgres.ANSWERS));
        }
        return result;
    }

    /** Not every machine has memory that looks like a directory. */
    private static List<String> plain(Measurements engine) {
        return engine.has(EngineProbe.PLAIN_MEMORY + PlainPostgres.ANSWERS)
                ? List.of(EngineProbe.PLAIN_TEMPORARY, EngineProbe.PLAIN_MEMORY)
                : List.of(EngineProbe.PLAIN_TEMPORARY);
    }

    private Path cache(int number) {
        return directory.resolve("cache-" + number);
    }
}
