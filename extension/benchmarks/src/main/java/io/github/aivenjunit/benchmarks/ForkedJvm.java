package io.github.aivenjunit.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/**
 * How to start JVMs that measure. They inherit nothing that configures the extension, so that a developer's own token
 * never turns a measurement into a bill.
 *
 * @param classPath their class path
 * @param properties their system properties
 * @param log gets what they write to the standard error
 */
record ForkedJvm(List<Path> classPath, Map<String, String> properties, Path log) {

    /** The class path of this JVM. */
    static ForkedJvm likeThisOne(Path log) {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        // SLF4J would tell on each start that there is no log backend.
        return new ForkedJvm(classPath, Map.of("slf4j.internal.verbosity", "ERROR"), log);
    }

    /** Without the extension and what it needs: JUnit and these benchmarks alone. */
    ForkedJvm withJunitAlone() {
        return new ForkedJvm(junit(), properties, log);
    }

    /**
     * With everything, but JUnit in front: behind thirty jars its classes are found later, which is a matter of order
     * and not of the extension.
     */
    ForkedJvm withJunitFirst() {
        List<Path> ordered =
                Stream.concat(junit().stream(), classPath.stream()).distinct().toList();
        return new ForkedJvm(ordered, properties, log);
    }

    /** Without the engines that are not among these, and their drivers. */
    ForkedJvm withEngines(Set<Engine> engines) {
        List<Path> narrowed = classPath.stream()
                .filter(jar ->
                        Stream.of(Engine.values()).noneMatch(engine -> !engines.contains(engine) && engine.needs(jar)))
                .toList();
        return new ForkedJvm(narrowed, properties, log);
    }

    /** With the classes in that directory, too. */
    ForkedJvm withClasses(Path directory) {
        List<Path> more =
                Stream.concat(classPath.stream(), Stream.of(directory)).toList();
        return new ForkedJvm(more, properties, log);
    }

    /** With engines that keep there what they make once per machine. */
    ForkedJvm withCache(Path directory) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put("aiven.emulator.cacheDirectory", directory.toString());
        return new ForkedJvm(classPath, more, log);
    }

    /** Runs a class with a {@code main} in one fresh JVM after another. */
    Measurements run(int jvms, Class<?> main, Object... arguments) throws IOException, InterruptedException {
        Measurements all = new Measurements();
        for (int i = 0; i < jvms; i++) {
            all.addAll(run(main, arguments));
        }
        return all;
    }

    /** Runs a class with a {@code main} to its end. */
    Measurements run(Class<?> main, Object... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("AIVEN_"));
        Measurements measurements = new Measurements();
        long started = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null) {
                Duration sinceFork = Duration.ofNanos(System.nanoTime() - started);
                Optional<Sample> sample = Sample.parse(line);
                sample.ifPresent(measured -> measurements.add(measured, sinceFork));
                SizeSample.parse(line).ifPresent(measurements::add);
                AmountSample.parse(line).ifPresent(measurements::add);
                line = output.readLine();
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(
                        main.getSimpleName() + " failed with status " + status + ". See the end of " + log + ".");
            }
        } finally {
            process.destroy();
        }
        return measurements;
    }

    private List<String> command(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-classpath");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }

    private static List<Path> junit() {
        return Stream.of(
                        ForkedJvm.class.getName(),
                        Launcher.class.getName(),
                        TestEngine.class.getName(),
                        JUnitException.class.getName(),
                        Test.class.getName(),
                        ParameterizedTest.class.getName(),
                        "org.junit.jupiter.engine.JupiterTestEngine",
                        AssertionFailedError.class.getName())
                .map(ForkedJvm::origin)
                .distinct()
                .toList();
    }

    private static Path origin(String name) {
        try {
            Class<?> loaded = Class.forName(name, false, ForkedJvm.class.getClassLoader());
            return Path.of(
                    loaded.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(name + " is not on the class path. Add its jar.", e);
        }
    }
}
