package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the extension adds to classes of which nothing needs to be built, against an API that answers at once. */
final class OverheadSuite implements Suite {

    private static final int WARM_UP = 40;
    private static final int ROUNDS = 60;
    private static final int COLD_JVMS = 9;
    private static final int UNANNOTATED_JVMS = 11;
    private static final int UNANNOTATED_WARM_UP = 50;
    private static final int UNANNOTATED_ROUNDS = 50;
    private static final int THOUSAND = 1000;
    private static final int THOUSAND_JVMS = 5;
    private static final int THOUSAND_WARM_UP = 3;
    private static final int THOUSAND_ROUNDS = 5;
    private static final Target PER_CLASS = new Target.AtMost(Duration.ofMillis(10));
    private static final Target FIRST_USE = new Target.AtMost(Duration.ofMillis(300));

    private final Path directory;

    /** Keeps configuration files in that directory. */
    OverheadSuite(Path directory) {
        this.directory = directory;
    }

    @Override
    public String title() {
        return "Extension, added to classes without services";
    }

    @Override
    public Results measure(ForkedJvm jvm) throws IOException, InterruptedException {
        Measurements warm;
        Measurements cold;
        // In this JVM, since Aiven is not in the tests' JVM either.
        try (AivenEmulator api = AivenEmulator.start()) {
            Path file = api.writeUserFile(directory);
            warm = jvm.run(AnnotatedProbe.class, WARM_UP, ROUNDS, file);
            cold = jvm.run(COLD_JVMS, AnnotatedProbe.class, 0, 1, file);
        }
        Path nothing = Files.createFile(directory.resolve("nothing.properties"));
        Measurements warmEmulated = jvm.run(AnnotatedProbe.class, WARM_UP, ROUNDS, nothing);
        Measurements coldEmulated = jvm.run(COLD_JVMS, AnnotatedProbe.class, 0, 1, nothing);
        Measurements junit = new Measurements();
        Measurements everything = new Measurements();
        ForkedJvm junitAlone = jvm.withJunitAlone();
        ForkedJvm junitFirst = jvm.withJunitFirst();
        for (int i = 0; i < UNANNOTATED_JVMS; i++) {
            junit.addAll(junitAlone.run(UnannotatedProbe.class, UNANNOTATED_WARM_UP, UNANNOTATED_ROUNDS));
            everything.addAll(junitFirst.run(UnannotatedProbe.class, UNANNOTATED_WARM_UP, UNANNOTATED_ROUNDS));
        }
        Path classes = directory.resolve("classes");
        new GeneratedClasses(PlainCase.class).compile(THOUSAND, classes);
        Measurements junitThousand = new Measurements();
        Measurements everythingThousand = new Measurements();
        for (int i = 0; i < THOUSAND_JVMS; i++) {
            junitThousand.addAll(thousand(junitAlone.withClasses(classes)));
            everythingThousand.addAll(thousand(junitFirst.withClasses(classes)));
        }
        int many = AnnotatedProbe.MANY;
        return Results.of(List.of(
                Row.of("per class, plan of " + many + " classes, instant API, warm JVM", perClass(warm, many))
                        .target(PER_CLASS),
                Row.of("per class, plan of 1 class, instant API, warm JVM", perClass(warm, 1))
                        .target(PER_CLASS),
                Row.of("first use per JVM, instant API", perClass(cold, 1)).target(FIRST_USE),
                Row.of("per class, plan of " + many + " classes, emulated, warm JVM", perClass(warmEmulated, many))
                        .target(PER_CLASS),
                Row.of("per class, plan of 1 class, emulated, warm JVM", perClass(warmEmulated, 1)),
                Row.of("first use per JVM, emulated, emulator's start included", perClass(coldEmulated, 1))
                        .target(FIRST_USE),
                unannotated("nothing annotated, first plan of a JVM", UnannotatedProbe.FIRST, everything, junit),
                unannotated(
                        "nothing annotated, plan of " + many + " classes, warm JVM",
                        UnannotatedProbe.WARM,
                        everything,
                        junit),
                unannotated(
                        "nothing annotated, first plan of a JVM, " + THOUSAND + " classes",
                        UnannotatedProbe.FIRST,
                        everythingThousand,
                        junitThousand),
                unannotated(
                        "nothing annotated, plan of " + THOUSAND + " classes, warm JVM",
                        UnannotatedProbe.WARM,
                        everythingThousand,
                        junitThousand),
                Row.of(
                        "for comparison: plan of " + many + " plain classes, warm JVM",
                        warm.figure(AnnotatedProbe.PLAIN + many))));
    }

    private static Measurements thousand(ForkedJvm jvm) throws IOException, InterruptedException {
        return jvm.run(UnannotatedProbe.class, THOUSAND_WARM_UP, THOUSAND_ROUNDS, THOUSAND);
    }

    private static Figure perClass(Measurements measurements, int classes) {
        return measurements
                .figure(AnnotatedProbe.ANNOTATED + classes)
                .minus(measurements.figure(AnnotatedProbe.PLAIN + classes))
                .dividedBy(classes);
    }

    private static Row unannotated(String what, String name, Measurements everything, Measurements junit) {
        Figure baseline = junit.figure(name);
        Figure added = everything.figure(name).minus(baseline);
        return Row.of(what, added).target(new Target.Nothing()).against("JUnit alone", baseline);
    }
}
