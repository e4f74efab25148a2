package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How long a whole suite takes in which every class has a service that takes time to build, beside the least that it can
 * take: one build, and the tests that follow each other.
 */
final class ScheduleSuite implements Suite {

    private static final Duration BUILD = Duration.ofSeconds(1);
    private static final List<Duration> LONG_BUILDS = List.of(Duration.ofSeconds(10), Duration.ofSeconds(60));
    private static final Duration LATENCY = Duration.ofMillis(5);
    private static final int LOOKS_PER_BUILD = 200;
    private static final int THREADS = 4;
    private static final int FORKS = 2;
    private static final int MOST = 32;
    private static final int AIM = 8;
    private static final double RATIO = 1.05;

    private final Path directory;

    /** One row: a course, and the tests of which each has to wait for the one before it. */
    private record Line(String what, Course course, int testsInARow) {

        Figure bound(Duration build) {
            return new Figure(List.of(Taken.only(build.plus(ServiceCase.TEST.multipliedBy(testsInARow)))));
        }

        Row row(Figure taken, Duration build) {
            Figure bound = bound(build);
            Row row = Row.of(what, taken).against("lower bound", bound);
            return course.classes() == AIM && what.contains("look-ahead on")
                    ? row.target(new Target.AtMost(
                            Duration.ofMillis(Math.round(RATIO * bound.median().toMillis()))))
                    : row;
        }
    }

    /** Keeps classes, journals and configuration files in that directory. */
    ScheduleSuite(Path directory) {
        this.directory = directory.resolve("schedule");
    }

    @Override
    public String title() {
        return "Suite of classes with a service each, build " + BUILD.toMillis() + " ms, test "
                + ServiceCase.TEST.toMillis() + " ms";
    }

    @Override
    public Set<Engine> engines() {
        return Set.of();
    }

    @Override
    public Results measure(ForkedJvm jvm) throws IOException, InterruptedException {
        Path classes = directory.resolve("classes");
        new GeneratedClasses(ServiceCase.class).compile(MOST, classes);
        ForkedJvm withClasses = jvm.withClasses(classes);
        List<Row> rows = new ArrayList<>(rows(withClasses, BUILD, lines()));
        rows.add(forks(withClasses, "a plan per class", List.of()));
        rows.add(forks(
                withClasses,
                "a plan per class, with the index",
                ForkWords.of(directory, new GeneratedClasses(ServiceCase.class).names(AIM))));
        for (Duration build : LONG_BUILDS) {
            String what = AIM + " classes, look-ahead on, build " + build.toMillis() + " ms";
            Course course =
                    Course.of(AIM).with("aiven.pollInterval", looks(build).toMillis() + "ms");
            rows.addAll(rows(withClasses, build, List.of(new Line(what, course, AIM))));
        }
        return Results.of(rows);
    }

    /** A second for a build of minutes, as in real life, and as much less for a shorter one. */
    private static Duration looks(Duration build) {
        return build.dividedBy(LOOKS_PER_BUILD);
    }

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int classes : List.of(1, 2, 4, AIM, MOST)) {
            Course course = Course.of(classes);
            lines.add(new Line(classes + " classes, look-ahead off", course.withoutLookAhead(), classes));
            lines.add(new Line(classes + " classes, look-ahead on", course, classes));
        }
        lines.add(new Line(
                AIM + " classes, look-ahead on, deletion in the background",
                Course.of(AIM).with("aiven.deletion", "BACKGROUND"),
                AIM));
        lines.add(new Line(
                MOST + " classes, look-ahead of " + MOST,
                Course.of(MOST).with("aiven.lookahead", Integer.toString(MOST)),
                MOST));
        for (int classes : List.of(AIM, MOST)) {
            Course course = Course.of(classes).sideBySide(THREADS);
            String what = classes + " classes, " + THREADS + " side by side, ";
            lines.add(new Line(what + "look-ahead off", course.withoutLookAhead(), classes / THREADS));
            lines.add(new Line(what + "look-ahead on", course, classes / THREADS));
        }
        return lines;
    }

    private List<Row> rows(ForkedJvm jvm, Duration build, List<Line> lines) throws IOException, InterruptedException {
        try (AivenEmulator api = api(build)) {
            List<String> courses = Stream.concat(
                            Stream.of(Course.of(1)), lines.stream().map(Line::course))
                    .map(Course::text)
                    .toList();
            Measurements taken = jvm.run(ScheduleProbe.class, arguments(api.writeUserFile(directory), courses));
            return lines.stream()
                    .map(line -> line.row(taken.figure(line.course().text()), build))
                    .toList();
        }
    }

    /**
     * The slower of JVMs that begin at the same time and have one class after another.
     *
     * @param words what each is told of all classes
     */
    private Row forks(ForkedJvm jvm, String how, List<String> words) throws IOException, InterruptedException {
        Course whole = Course.of(AIM).with("aiven.run", "benchmark");
        ExecutorService forks = Executors.newFixedThreadPool(FORKS);
        try (AivenEmulator api = api(BUILD)) {
            List<Future<Figure>> figures = new ArrayList<>();
            Path file = api.writeUserFile(directory);
            for (int fork = 0; fork < FORKS; fork++) {
                String course = whole.fork(fork, FORKS).text();
                Object[] arguments = Stream.concat(
                                Stream.of(arguments(file, List.of(Course.of(1).text(), course))), words.stream())
                        .toArray();
                figures.add(forks.submit(
                        () -> jvm.run(ScheduleProbe.class, arguments).figure(course)));
            }
            Duration slowest = Duration.ZERO;
            for (Future<Figure> figure : figures) {
                Duration taken = figure.get().median();
                slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
            }
            String what = AIM + " classes, " + FORKS + " JVMs, " + how;
            return new Line(what, whole, AIM / FORKS).row(new Figure(List.of(Taken.only(slowest))), BUILD);
        } catch (ExecutionException e) {
            throw new IOException("A forked JVM failed. See the cause.", e);
        } finally {
            forks.shutdownNow();
        }
    }

    private Object[] arguments(Path file, List<String> courses) {
        return Stream.concat(Stream.of(file, directory.resolve("journals")), courses.stream())
                .toArray();
    }

    private static AivenEmulator api(Duration build) {
        AivenEmulator api = AivenEmulator.builder()
                .engines(List.of())
                .buildTimes(BuildTimes.fixed(build))
                .start();
        api.inject(new Fault.Stall(io.github.aivenjunit.emulator.fault.Target.anyRequest(), LATENCY));
        return api;
    }
}
