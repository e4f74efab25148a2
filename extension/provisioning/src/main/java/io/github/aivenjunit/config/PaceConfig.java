package io.github.aivenjunit.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a run of tests does ahead of and after its classes, so that they need not wait. Immutable.
 *
 * @param lookahead how many projects may be on their way or waiting for their class; 0 switches it off. Key
 *     {@code aiven.lookahead}, a count or {@code off}, default 8, and 2 without a token
 * @param lookaheadPrice what these may cost in US dollars an hour, all together. Key {@code aiven.lookahead.price},
 *     default no limit
 * @param deletion whether a class waits for the deletion of its project. Key {@code aiven.deletion}
 */
public record PaceConfig(int lookahead, Optional<BigDecimal> lookaheadPrice, DeletionMode deletion) {

    /** Aiven builds for minutes. What is begun would be paid for in any case, unless the run is stopped. */
    public static final int DEFAULT_LOOKAHEAD = 8;

    /** The emulator's servers are up within seconds, and share this machine's memory with the tests. */
    public static final int DEFAULT_LOOKAHEAD_EMULATED = 2;

    static PaceConfig from(SettingReader settings) {
        boolean emulated = settings.text(Setting.TOKEN).isEmpty();
        return new PaceConfig(
                settings.countOrOff(Setting.LOOKAHEAD)
                        .orElse(emulated ? DEFAULT_LOOKAHEAD_EMULATED : DEFAULT_LOOKAHEAD),
                settings.price(Setting.LOOKAHEAD_PRICE),
                settings.choice(Setting.DELETION, DeletionMode.class).orElse(DeletionMode.CONFIRMED));
    }
}
