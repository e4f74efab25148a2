package io.github.aivenjunit.engine.mysql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a service's user configuration means for its server. */
public final class MySqlSettings {

    private static final String VERSION = "mysql_version";
    private static final List<String> VERSIONS = List.of("8", "8.4");

    /** Aiven API: user_config schema of mysql, whose text says strict and SQL standard compliant. */
    private static final String AIVEN_MODE =
            "ANSI,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,STRICT_ALL_TABLES";

    private static final String NUMBER = "\\d{1,10}";
    private static final String SECONDS = "a whole number of seconds";

    /** MySQL knows the need for a primary key by the first name, MariaDB by the second. */
    private static final List<Setting> SETTINGS = List.of(
            new Setting(
                    "sql_mode",
                    List.of("sql_mode"),
                    AIVEN_MODE,
                    "[A-Z_]*(,[A-Z_]+)*",
                    "names of SQL modes with commas between them"),
            new Setting(
                    "sql_require_primary_key",
                    List.of("loose_sql_require_primary_key", "loose_innodb_force_primary_key"),
                    "true",
                    "true|false",
                    "true or false"),
            new Setting(
                    "default_time_zone",
                    List.of("default_time_zone"),
                    "+00:00",
                    "SYSTEM|[+-]\\d\\d:\\d\\d|[A-Za-z][A-Za-z0-9_+/-]{1,99}",
                    "an offset such as +03:00, or SYSTEM"),
            new Setting("connect_timeout", List.of("connect_timeout"), "", NUMBER, SECONDS),
            new Setting("group_concat_max_len", List.of("group_concat_max_len"), "", "\\d{1,20}", "a number of bytes"),
            new Setting(
                    "information_schema_stats_expiry",
                    List.of("loose_information_schema_stats_expiry"),
                    "",
                    NUMBER,
                    SECONDS),
            new Setting(
                    "innodb_ft_min_token_size",
                    List.of("innodb_ft_min_token_size"),
                    "",
                    "\\d{1,2}",
                    "a whole number from 0 to 16"),
            new Setting("innodb_lock_wait_timeout", List.of("innodb_lock_wait_timeout"), "", NUMBER, SECONDS),
            new Setting("interactive_timeout", List.of("interactive_timeout"), "", NUMBER, SECONDS),
            new Setting("max_allowed_packet", List.of("max_allowed_packet"), "67108864", NUMBER, "a number of bytes"),
            new Setting("net_read_timeout", List.of("net_read_timeout"), "", NUMBER, SECONDS),
            new Setting("net_write_timeout", List.of("net_write_timeout"), "", NUMBER, SECONDS),
            new Setting("wait_timeout", List.of("wait_timeout"), "", NUMBER, SECONDS));

    private MySqlSettings() {}

    /** Why no server can run with this user configuration, as one sentence. */
    public static Optional<String> objection(Map<String, Object> userConfig) {
        return Optional.ofNullable(userConfig.get(VERSION))
                .map(String::valueOf)
                .filter(version -> !VERSIONS.contains(version))
                .map(version -> "mysql_version \"" + version + "\" is not known; use one of "
                        + String.join(", ", VERSIONS) + ", or leave it out.")
                .or(() -> SETTINGS.stream()
                        .flatMap(setting -> setting.objection(own(userConfig)).stream())
                        .findFirst());
    }

    /** Lines for the server's configuration file, from a user configuration without an objection. */
    static List<String> lines(Map<String, Object> userConfig) {
        List<String> lines = new ArrayList<>();
        SETTINGS.forEach(setting -> setting.addTo(lines, own(userConfig)));
        return lines;
    }

    private static Map<?, ?> own(Map<String, Object> userConfig) {
        return userConfig.get("mysql") instanceof Map<?, ?> settings ? settings : Map.of();
    }

    /**
     * @param name the setting's name in the API
     * @param options the servers' names for it
     * @param standard what a service has without it; empty for the server's own
     * @param form what its value looks like
     * @param description the same in words
     */
    private record Setting(String name, List<String> options, String standard, String form, String description) {

        Optional<String> objection(Map<?, ?> settings) {
            return value(settings)
                    .filter(value -> !Pattern.matches(form, value))
                    .map(value -> "user_config.mysql." + name + " cannot be \"" + value + "\"; give " + description
                            + ", or leave it out.");
        }

        void addTo(List<String> lines, Map<?, ?> settings) {
            Optional<String> value =
                    value(settings).or(() -> Optional.of(standard).filter(text -> !text.isEmpty()));
            value.ifPresent(text -> options.forEach(option -> lines.add(option + "=" + text)));
        }

        private Optional<String> value(Map<?, ?> settings) {
            return Optional.ofNullable(settings.get(name)).map(String::valueOf);
        }
    }
}
