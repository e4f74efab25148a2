package io.github.aivenjunit.engine.valkey.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a service's user configuration means for its server.
 *
 * @param tls whether clients speak TLS; plain connections otherwise
 * @param persistent whether the data survives a power cycle
 * @param allChannels whether a user without rules for channels may use all of them; none otherwise
 * @param directives lines for the server's configuration file
 */
public record ValkeySettings(boolean tls, boolean persistent, boolean allChannels, List<String> directives) {

    private static final String SSL = "valkey_ssl";
    private static final String PERSISTENCE = "valkey_persistence";
    private static final String CHANNELS = "valkey_acl_channels_default";

    /** Seconds without a command. Aiven docs: "Troubleshoot Aiven for Valkey connection issues". */
    private static final String DEFAULT_TIMEOUT = "300";

    private static final List<Setting> SETTINGS = List.of(
            new Setting(SSL, "", "true|false", "true or false"),
            new Setting(PERSISTENCE, "", "off|rdb", "off or rdb"),
            new Setting(CHANNELS, "", "allchannels|resetchannels", "allchannels or resetchannels"),
            new Setting("valkey_number_of_databases", "databases", "[1-9]\\d{0,2}", "a whole number from 1 to 128"),
            new Setting(
                    "valkey_maxmemory_policy",
                    "maxmemory-policy",
                    "noeviction|(allkeys|volatile)-(lru|lfu|random)|volatile-ttl",
                    "a policy such as noeviction or allkeys-lru"),
            new Setting(
                    "valkey_notify_keyspace_events",
                    "notify-keyspace-events",
                    "[KEg$lshzxetdmnA]*",
                    "letters that name events, such as KEA"),
            new Setting("valkey_timeout", "timeout", "\\d{1,8}", "a whole number of seconds"),
            new Setting("valkey_lfu_log_factor", "lfu-log-factor", "\\d{1,3}", "a whole number from 0 to 100"),
            new Setting("valkey_lfu_decay_time", "lfu-decay-time", "\\d{1,3}", "a whole number from 1 to 120"));

    /** Why no server can run with this user configuration, as one sentence. */
    public static Optional<String> objection(Map<String, Object> userConfig) {
        return SETTINGS.stream()
                .flatMap(setting -> setting.objection(userConfig).stream())
                .findFirst();
    }

    /** Reads a user configuration without an objection. */
    static ValkeySettings of(Map<String, Object> userConfig) {
        List<String> directives = new ArrayList<>();
        directives.add("timeout " + DEFAULT_TIMEOUT);
        for (Setting setting : SETTINGS) {
            setting.directive(userConfig).ifPresent(directives::add);
        }
        return new ValkeySettings(
                !isSet(userConfig, SSL, "false"),
                !isSet(userConfig, PERSISTENCE, "off"),
                !isSet(userConfig, CHANNELS, "resetchannels"),
                List.copyOf(directives));
    }

    private static boolean isSet(Map<String, Object> userConfig, String name, String value) {
        return String.valueOf(userConfig.get(name)).equals(value);
    }

    /**
     * @param name the setting's name in the API
     * @param directive the server's name for it; empty when it is not the server's own
     * @param form what its value looks like
     * @param description the same in words
     */
    private record Setting(String name, String directive, String form, String description) {

        Optional<String> objection(Map<String, Object> userConfig) {
            return value(userConfig)
                    .filter(value -> !Pattern.matches(form, value))
                    .map(value -> "user_config." + name + " cannot be \"" + value + "\"; give " + description
                            + ", or leave it out.");
        }

        Optional<String> directive(Map<String, Object> userConfig) {
            return value(userConfig)
                    .filter(value -> !directive.isEmpty())
                    .map(value -> directive + " \"" + value + "\"");
        }

        private Optional<String> value(Map<String, Object> userConfig) {
            return Optional.ofNullable(userConfig.get(name)).map(String::valueOf);
        }
    }
}
