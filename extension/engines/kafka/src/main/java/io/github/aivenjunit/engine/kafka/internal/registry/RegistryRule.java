package io.github.aivenjunit.engine.kafka.internal.registry;

import java.util.regex.Pattern;

/**
 * One of Aiven's access rules for a schema registry. In both patterns {@code *} stands for any number of characters and
 * {@code ?} for one (Aiven documentation: "Schema registry ACL definitions").
 */
public final class RegistryRule {

    private final Pattern username;
    private final boolean writes;
    private final Pattern resource;

    /**
     * A rule that lets users read.
     *
     * @param writes whether they may write too
     * @param resource {@code Config:} or {@code Subject:} with the pattern of a subject
     */
    public RegistryRule(String username, boolean writes, String resource) {
        this.username = pattern(username);
        this.writes = writes;
        this.resource = pattern(resource);
    }

    boolean allows(String user, boolean toWrite, String wanted) {
        return (writes || !toWrite)
                && username.matcher(user).matches()
                && resource.matcher(wanted).matches();
    }

    private static Pattern pattern(String wildcards) {
        StringBuilder regex = new StringBuilder();
        wildcards.codePoints().forEach(symbol -> {
            switch (symbol) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(symbol)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
