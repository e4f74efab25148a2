package io.github.aivenjunit.config;

import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.Scope;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Every setting of one project, resolved. Immutable. Secrets stay out of {@link #toString()}.
 *
 * @param url the API's base address without {@code /v1}. Key {@code aiven.url}, variable {@code AIVEN_WEB_URL}
 * @param token the API token; empty means the emulator. Key {@code aiven.token}, variables {@code AIVEN_TOKEN} and
 *     {@code AIVEN_AUTH_TOKEN}
 * @param tokenOrigin where the token stands, for messages
 * @param organization the organization to create projects in. Key {@code aiven.organization}
 * @param billingGroup who pays. Key {@code aiven.billingGroup}
 * @param existing a project to use instead of creating one. Key {@code aiven.existing}
 * @param cloud the default cloud. Key {@code aiven.cloud}
 * @param keep whether projects outlive their tests. Key {@code aiven.keep}
 * @param expiresAfter after which time anybody may delete the project. Key {@code aiven.expiresAfter}
 * @param timeout how long a service may take; empty means the default of its type. Key {@code aiven.timeout}
 * @param deletionTimeout how long a deletion may take. Key {@code aiven.deletionTimeout}
 * @param pollInterval the longest time between two looks at a service that is built; they come closer together when it
 *     is likely to be ready, and further apart when more projects wait than the API's limit allows. Key {@code aiven.pollInterval}
 * @param requireCloud fail rather than run on the emulator. Key {@code aiven.requireCloud}
 * @param run the id of this run; empty means one is made up. Key {@code aiven.run}
 * @param owner who to ask about the project. Key {@code aiven.owner}
 * @param scope whether classes that declare the same share a project. Key {@code aiven.scope}
 * @param isolation what a class has to itself inside a shared project. Key {@code aiven.isolation}
 */
public record AivenConfig(
        URI url,
        Optional<ApiToken> token,
        Optional<String> tokenOrigin,
        Optional<String> organization,
        Optional<String> billingGroup,
        Optional<String> existing,
        String cloud,
        Keep keep,
        Duration expiresAfter,
        Optional<Duration> timeout,
        Duration deletionTimeout,
        Duration pollInterval,
        boolean requireCloud,
        Optional<String> run,
        String owner,
        Scope scope,
        Isolation isolation) {

    /** Aiven API: the address in its OpenAPI document. */
    public static final URI DEFAULT_URL = URI.create("https://api.aiven.io");

    public static final String DEFAULT_CLOUD = "google-europe-west1";

    static final Duration DEFAULT_EXPIRES_AFTER = Duration.ofHours(2);
    static final Duration DEFAULT_DELETION_TIMEOUT = Duration.ofMinutes(5);

    static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMinutes(1);

    /** One look a second would be half of the API's 120 requests a minute; two seconds leave room for the tests. */
    private static final Duration SHORT_POLL_INTERVAL = Duration.ofSeconds(2);

    static AivenConfig from(SettingReader settings) {
        Scope scope = settings.choice(Setting.SCOPE, Scope.class).orElse(Scope.CLASS);
        if (scope == Scope.RUN) {
            requireSharable(settings);
        }
        return new AivenConfig(
                settings.uri(Setting.URL).orElse(DEFAULT_URL),
                settings.text(Setting.TOKEN).map(value -> token(value, settings)),
                settings.origin(Setting.TOKEN),
                settings.text(Setting.ORGANIZATION),
                settings.text(Setting.BILLING_GROUP),
                settings.projectName(Setting.EXISTING),
                settings.text(Setting.CLOUD).orElse(DEFAULT_CLOUD),
                settings.choice(Setting.KEEP, Keep.class).orElse(Keep.NEVER),
                settings.duration(Setting.EXPIRES_AFTER).orElse(DEFAULT_EXPIRES_AFTER),
                settings.duration(Setting.TIMEOUT),
                settings.duration(Setting.DELETION_TIMEOUT).orElse(DEFAULT_DELETION_TIMEOUT),
                settings.duration(Setting.POLL_INTERVAL).orElse(DEFAULT_POLL_INTERVAL),
                settings.flag(Setting.REQUIRE_CLOUD).orElse(false),
                settings.text(Setting.RUN),
                settings.text(Setting.OWNER).orElseGet(() -> System.getProperty("user.name", "unknown")),
                scope,
                settings.choice(Setting.ISOLATION, Isolation.class).orElse(Isolation.NONE));
    }

    private static void requireSharable(SettingReader settings) {
        if (settings.projectName(Setting.EXISTING).isPresent()) {
            throw conflict(
                    "the last class out deletes the whole project, and a project from "
                            + settings.origin(Setting.EXISTING).orElse("an unknown place") + " is not ours to delete",
                    "existing",
                    settings);
        }
        if (settings.choice(Setting.KEEP, Keep.class).orElse(Keep.NEVER) != Keep.NEVER) {
            throw conflict(
                    "the last class out deletes what a failed one would keep, as "
                            + settings.origin(Setting.KEEP).orElse("an unknown place") + " asks",
                    "keep",
                    settings);
        }
    }

    private static InvalidConfigurationException conflict(String why, String other, SettingReader settings) {
        return new InvalidConfigurationException(
                "Scope RUN from " + settings.origin(Setting.SCOPE).orElse("an unknown place") + " and '" + other
                        + "' exclude each other: " + why + ". Remove '" + other + "', or set 'scope' to CLASS.");
    }

    private static ApiToken token(String value, SettingReader settings) {
        try {
            return ApiToken.of(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(
                    "The API token from " + settings.origin(Setting.TOKEN).orElse("an unknown place")
                            + " holds a character that no token has. Copy it again, without line breaks.");
        }
    }

    /** The longest time between two looks at what takes seconds, such as a deletion: at most 2 s. */
    public Duration shortPollInterval() {
        return pollInterval.compareTo(SHORT_POLL_INTERVAL) < 0 ? pollInterval : SHORT_POLL_INTERVAL;
    }

    @Override
    public String toString() {
        return "AivenConfig[url=" + url + ", token="
                + tokenOrigin.map(origin -> "from " + origin).orElse("none") + ", cloud=" + cloud + "]";
    }
}
