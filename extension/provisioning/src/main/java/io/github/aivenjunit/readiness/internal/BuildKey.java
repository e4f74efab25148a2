package io.github.aivenjunit.readiness.internal;

import java.util.List;
import java.util.stream.Stream;

/**
 * What decides how long a service takes to build.
 *
 * @param host of the API: another one is another platform
 * @param plan with what it is copied from, if it is a copy
 */
public record BuildKey(String host, String type, String plan, String cloud) {

    /** Words of a line: nothing in them that would end one. */
    public BuildKey {
        host = word(host);
        type = word(type);
        plan = word(plan);
        cloud = word(cloud);
    }

    List<String> words() {
        return Stream.of(host, type, plan, cloud).toList();
    }

    private static String word(String text) {
        String plain = text.replaceAll("[^!-~]", "_");
        return plain.isEmpty() ? "-" : plain;
    }
}
