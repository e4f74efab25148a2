package io.github.aivenjunit.config;

import java.util.List;

/**
 * A key of the configuration with its environment variables.
 *
 * @param key the key in configuration parameters, system properties and the user's file, for example
 *     {@code aiven.cloud}
 * @param environment the environment variables that hold the same value, the first set one wins
 * @param secret whether the value is left out of every message and is read only from sources that may hold secrets
 */
record Setting(String key, List<String> environment, boolean secret) {

    static final String PREFIX = "aiven.";

    static final Setting TOKEN = new Setting("aiven.token", List.of("AIVEN_TOKEN", "AIVEN_AUTH_TOKEN"), true);
    static final Setting URL = new Setting("aiven.url", List.of("AIVEN_WEB_URL"), false);
    static final Setting ORGANIZATION = of("aiven.organization", "AIVEN_ORGANIZATION");
    static final Setting BILLING_GROUP = new Setting("aiven.billingGroup", List.of("AIVEN_BILLING_GROUP"), true);
    static final Setting EXISTING = of("aiven.existing", "AIVEN_EXISTING");
    static final Setting CLOUD = of("aiven.cloud", "AIVEN_CLOUD");
    static final Setting KEEP = of("aiven.keep", "AIVEN_KEEP");
    static final Setting EXPIRES_AFTER = of("aiven.expiresAfter", "AIVEN_EXPIRES_AFTER");
    static final Setting TIMEOUT = of("aiven.timeout", "AIVEN_TIMEOUT");
    static final Setting DELETION_TIMEOUT = of("aiven.deletionTimeout", "AIVEN_DELETION_TIMEOUT");
    static final Setting POLL_INTERVAL = of("aiven.pollInterval", "AIVEN_POLL_INTERVAL");
    static final Setting DISABLED_WITHOUT_TOKEN = of("aiven.disabledWithoutToken", "AIVEN_DISABLED_WITHOUT_TOKEN");
    static final Setting REQUIRE_CLOUD = of("aiven.requireCloud", "AIVEN_REQUIRE_CLOUD");
    static final Setting SCOPE = of("aiven.scope", "AIVEN_SCOPE");
    static final Setting ISOLATION = of("aiven.isolation", "AIVEN_ISOLATION");
    static final Setting OWNER = of("aiven.owner", "AIVEN_OWNER");

    static final Setting JOURNAL = of("aiven.journal", "AIVEN_JOURNAL");
    static final Setting WATCHDOG = of("aiven.watchdog", "AIVEN_WATCHDOG");
    static final Setting SWEEP = of("aiven.sweep", "AIVEN_SWEEP");
    static final Setting LEAKS = of("aiven.leaks", "AIVEN_LEAKS");
    static final Setting STATE = of("aiven.state", "AIVEN_STATE");
    static final Setting REQUESTS_PER_MINUTE = of("aiven.requestsPerMinute", "AIVEN_REQUESTS_PER_MINUTE");
    static final Setting RECORD = of("aiven.record", "AIVEN_RECORD");
    static final Setting REPLAY = of("aiven.replay", "AIVEN_REPLAY");
    static final Setting REPORTS = of("aiven.reports", "AIVEN_REPORTS");

    static final Setting LOOKAHEAD = of("aiven.lookahead", "AIVEN_LOOKAHEAD");
    static final Setting LOOKAHEAD_PRICE = of("aiven.lookahead.price", "AIVEN_LOOKAHEAD_PRICE");
    static final Setting DELETION = of("aiven.deletion", "AIVEN_DELETION");

    /** The run's id in the CI systems that announce one, so that a later step of the same run can find what is left. */
    static final Setting RUN = new Setting(
            "aiven.run",
            List.of(
                    "AIVEN_RUN",
                    "GITHUB_RUN_ID",
                    "CI_PIPELINE_ID",
                    "BUILD_TAG",
                    "CIRCLE_WORKFLOW_ID",
                    "BUILDKITE_BUILD_ID",
                    "BUILD_BUILDID",
                    "BITBUCKET_BUILD_NUMBER",
                    "TRAVIS_BUILD_ID"),
            false);

    /** The name of the setting where the prefix is clear, for example of an annotation's attribute. */
    String name() {
        return key.substring(PREFIX.length());
    }

    private static Setting of(String key, String environment) {
        return new Setting(key, List.of(environment), false);
    }
}
