package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Makes names that nobody else has: prefix, where it was declared, the run, and a random end.
 *
 * <p>Project names are unique across all customers of Aiven, and service and project name together are one DNS label of
 * at most 63 characters, to which Aiven may add four (aiven docs: "Service IP address").
 */
final class ProjectNames {

    private static final int MAX_LABEL = 63;
    private static final int AIVEN_ADDITION = 4;
    private static final int RUN_LENGTH = 12;
    private static final int RANDOM_LENGTH = 6;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator generator;

    ProjectNames(RandomGenerator generator) {
        this.generator = generator;
    }

    /** A name for a new project. The label is shortened so that the longest service name still fits. */
    String project(ProjectSpec spec, String run) {
        int longestService = spec.services().stream()
                .map(ServiceSpec::name)
                .mapToInt(String::length)
                .max()
                .orElse(ServiceSpec.MAX_NAME_LENGTH / 2);
        String runPart = slug(run);
        runPart = runPart.substring(Math.max(0, runPart.length() - RUN_LENGTH));
        String end = "-" + runPart + "-" + random();
        int room = MAX_LABEL - AIVEN_ADDITION - 1 - longestService - Ownership.NAME_PREFIX.length() - end.length();
        String label = slug(spec.label());
        label = label.substring(0, Math.max(0, Math.min(label.length(), room)));
        return (Ownership.NAME_PREFIX + label + end).replaceAll("-{2,}", "-");
    }

    /**
     * The name of a service: the declared one in a project of our own, with a random end in somebody else's.
     *
     * @throws InvalidSpecException if service and project together leave no room in a host name
     */
    String service(String declared, Lease lease) {
        String name = lease.wholeProject() ? declared : declared + "-" + random();
        int tooMany = name.length() + 1 + lease.project().length() + AIVEN_ADDITION - MAX_LABEL;
        if (tooMany > 0) {
            throw new InvalidSpecException("Service '" + declared + "' and project '" + lease.project()
                    + "' have names that are too long for one host name. Shorten 'name' of the service by " + tooMany
                    + (tooMany == 1 ? " character." : " characters."));
        }
        return name;
    }

    /** Random letters and digits. */
    String random() {
        StringBuilder end = new StringBuilder();
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            end.append(ALPHABET.charAt(generator.nextInt(ALPHABET.length())));
        }
        return end.toString();
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
