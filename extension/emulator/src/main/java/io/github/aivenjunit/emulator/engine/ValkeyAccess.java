package io.github.aivenjunit.emulator.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a Valkey user may do: the user's {@code access_control} in the Aiven API. Nothing is allowed that no rule allows;
 * category rules apply before command rules.
 *
 * @param keys {@code valkey_acl_keys}: patterns of key names, for example {@code orders:*}; none allows no key
 * @param commands {@code valkey_acl_commands}: rules like {@code +get} and {@code -flushall}
 * @param categories {@code valkey_acl_categories}: rules like {@code +@all} and {@code -@admin}
 * @param channels {@code valkey_acl_channels}: patterns of channel names; the service's default when it is not there
 */
public record ValkeyAccess(
        List<String> keys, List<String> commands, List<String> categories, Optional<List<String>> channels) {

    private static final Pattern NAME_PATTERN = Pattern.compile("[^\\s\\p{Cntrl}]+");
    private static final Pattern COMMAND = Pattern.compile("[+-][^\\s\\p{Cntrl}]+");
    private static final Pattern CATEGORY = Pattern.compile("[+-]@[^\\s\\p{Cntrl}]+");

    /** @throws IllegalArgumentException if a rule is malformed */
    public ValkeyAccess {
        keys = checked("valkey_acl_keys", keys, NAME_PATTERN, "Give a pattern without white space, such as orders:*.");
        commands = checked("valkey_acl_commands", commands, COMMAND, "Give a rule such as +get or -flushall.");
        categories = checked("valkey_acl_categories", categories, CATEGORY, "Give a rule such as +@all or -@admin.");
        channels = channels.map(patterns -> checked(
                "valkey_acl_channels", patterns, NAME_PATTERN, "Give a pattern without white space, such as news.*."));
    }

    private static List<String> checked(String name, List<String> rules, Pattern form, String action) {
        rules.stream().filter(rule -> !form.matcher(rule).matches()).findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("\"" + rule + "\" is not possible in " + name + ". " + action);
        });
        return List.copyOf(rules);
    }
}
