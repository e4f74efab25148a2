package io.github.aivenjunit.engine.valkey.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An operating system with a processor, and the bundled program that fits it.
 *
 * @param name for messages, for example {@code linux/amd64}
 * @param resource the program's name in its jar; empty when none fits
 */
public record BundledPlatform(String name, Optional<String> resource) {

    /** The programs of embedded-redis 1.4.4. The name of the first and the last tells their origin, not their version. */
    private static final Map<String, String> RESOURCES = Map.of(
            "linux/amd64", "redis-server-6.2.6-v5-linux-amd64",
            "linux/arm64", "redis-server-6.2.7-linux-arm64",
            "linux/386", "redis-server-6.2.7-linux-386",
            "darwin/amd64", "redis-server-6.2.6-v5-darwin-amd64",
            "darwin/arm64", "redis-server-6.2.6-v5-darwin-arm64");

    private static final Map<String, String> PROCESSORS = Map.of(
            "amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64", "arm64", "arm64", "i386", "386", "x86", "386");

    /** The platform of this JVM. */
    public static BundledPlatform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static BundledPlatform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac")
                ? "darwin"
                : osName.toLowerCase(Locale.ROOT).replace(' ', '-');
        String arch = osArch.toLowerCase(Locale.ROOT);
        String name = os + "/" + PROCESSORS.getOrDefault(arch, arch);
        return new BundledPlatform(name, Optional.ofNullable(RESOURCES.get(name)));
    }
}
