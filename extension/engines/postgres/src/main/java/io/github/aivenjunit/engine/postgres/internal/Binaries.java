package io.github.aivenjunit.engine.postgres.internal;

import io.github.aivenjunit.emulator.engine.NativeHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The binaries on the class path that fit this platform. Thread-safe; looked up at the first use. */
public final class Binaries {

    private static final String GROUP = "io.zonky.test.postgres:";

    private final NativeHost host;
    private final ClassLoader classPath;
    private final BinariesPlatform platform;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable List<Distribution> found;

    /** Looks for the platform's archives on that class path. */
    public Binaries(NativeHost host, ClassLoader classPath, BinariesPlatform platform) {
        this.host = host;
        this.classPath = classPath;
        this.platform = platform;
    }

    /** What runs for a user configuration: the major that {@code pg_version} names, else the newest. */
    public Selection select(Map<String, Object> userConfig) {
        Optional<String> wanted =
                Optional.ofNullable(userConfig.get("pg_version")).map(String::valueOf);
        String label = wanted.orElse("of any version");
        if (platform.artifact().isEmpty()) {
            return Selection.none(
                    label,
                    "There are no PostgreSQL binaries for " + platform.name()
                            + "; run the tests on Linux or macOS on amd64 or arm64.");
        }
        String artifact = platform.artifact().get();
        if (wanted.isPresent() && PostgresVersion.release(wanted.get()).isEmpty()) {
            return Selection.none(
                    label,
                    "pg_version \"" + wanted.get() + "\" is not known; use one of "
                            + PostgresVersion.majors().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        List<Distribution> distributions = distributions();
        if (distributions.isEmpty()) {
            String release = PostgresVersion.release(wanted.orElse("17")).orElseThrow();
            return Selection.none(
                    label,
                    "No PostgreSQL binaries for " + platform.name() + " are on the class path; add " + GROUP + artifact
                            + ":" + release + " to the test dependencies.");
        }
        return distributions.stream()
                .filter(distribution -> wanted.isEmpty()
                        || wanted.get()
                                .equals(Integer.toString(distribution.version().major())))
                .max(Comparator.comparing(Distribution::version))
                .map(Selection::of)
                .orElseGet(() -> Selection.none(
                        label,
                        "pg_version " + label + " has no binaries on the class path, which holds PostgreSQL "
                                + distributions.stream()
                                        .map(distribution ->
                                                distribution.version().toString())
                                        .collect(Collectors.joining(", "))
                                + "; add " + GROUP + artifact + ":"
                                + PostgresVersion.release(label).orElseThrow()
                                + " to the test dependencies or leave pg_version out."));
    }

    private List<Distribution> distributions() {
        lock.lock();
        try {
            if (found == null) {
                found = search();
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The PostgreSQL binaries on the class path cannot be read. Check their jars.", unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The look for PostgreSQL binaries was interrupted. Run it again.", interrupted);
        } finally {
            lock.unlock();
        }
    }

    private List<Distribution> search() throws IOException, InterruptedException {
        List<Distribution> distributions = new ArrayList<>();
        for (URL archive :
                Collections.list(classPath.getResources(platform.resource().orElseThrow()))) {
            distributions.add(Distribution.open(host, archive));
        }
        return distributions;
    }
}
