package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.config.HostJvm;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Starts the watchdog's JVM: small, quick, and with nothing of this one but the two pipes. No secret is in its arguments
 * or in its environment.
 */
record ChildJvm(HostJvm host) {

    /** Measured: the cheapest start of a JVM that deletes over HTTP. Without perf data it leaves no file when killed. */
    private static final List<String> OPTIONS = List.of(
            "-Xms6m",
            "-Xmx32m",
            "-Xss256k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData");

    /** The search path, the encoding of file names, and what sockets need on Windows. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT");

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        Map<String, String> environment = builder.environment();
        Optional<Path> session = onPath("setsid", environment.getOrDefault("PATH", ""));
        environment.keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
        List<String> command = new ArrayList<>();
        // In a session of its own it survives a kill of the test's process group.
        session.map(Path::toString).ifPresent(command::add);
        command.add(java().toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath(), WatchdogMain.class.getName()));
        return builder.command(command)
                .directory(root())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Path java() throws IOException {
        return Stream.of("java", "java.exe")
                .map(name -> host.home().resolve("bin").resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "there is no java program in " + host.home().resolve("bin")));
    }

    /** No directory of the build or of the user may be held by a process that outlives them. */
    private File root() {
        return Optional.ofNullable(host.home().toAbsolutePath().getRoot())
                .orElse(host.home())
                .toFile();
    }

    private static Optional<Path> onPath(String program, String path) {
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String classPath() throws IOException {
        return Stream.of(placeOf(WatchdogMain.class), placeOf(LoggerFactory.class))
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path placeOf(Class<?> type) throws IOException {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            throw new IOException("the jar of " + type.getName() + " is not a file", e);
        }
    }
}
