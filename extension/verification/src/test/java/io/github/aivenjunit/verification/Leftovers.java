package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a run must not leave in this JVM and on this machine: servers, their directories, threads with connections. */
final class Leftovers {

    /** Time for processes that were told to end and for threads that are about to. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final List<String> OUR_THREADS =
            List.of("aiven-junit", "aiven-client", "aiven-emulator", "OkHttp", "MockWebServer");

    private final Set<String> directoriesBefore = serverDirectories();

    /** Notes what is there before a run. */
    static Leftovers before() {
        return new Leftovers();
    }

    void assertNone() {
        await().atMost(GRACE).untilAsserted(() -> {
            assertThat(ProcessHandle.current().descendants())
                    .as("server processes")
                    .isEmpty();
            Set<String> directories = serverDirectories();
            directories.removeAll(directoriesBefore);
            assertThat(directories).as("server directories").isEmpty();
            assertThat(ourThreads()).as("threads").isEmpty();
        });
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> OUR_THREADS.stream().anyMatch(name::startsWith))
                // OkHttp's own watchdog and task runner are shared by the JVM and end when idle.
                .filter(name -> !name.startsWith("OkHttp TaskRunner") && !name.startsWith("OkHttp Watchdog"))
                .toList();
    }

    private static Set<String> serverDirectories() {
        Set<String> found = new TreeSet<>();
        Stream.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")))
                .filter(Files::isDirectory)
                .forEach(base -> {
                    try (DirectoryStream<Path> servers = Files.newDirectoryStream(base, "aiven-junit-*-????????-*")) {
                        servers.forEach(server -> found.add(server.toString()));
                    } catch (IOException e) {
                        throw new IllegalStateException("Cannot look into " + base + ".", e);
                    }
                });
        return found;
    }
}
