package io.github.aivenjunit.sweep;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Something of ours that a sweep found. Immutable.
 *
 * @param project the project
 * @param service the service; empty when the whole project is meant
 * @param run the run that made it, from its tag or its journal
 * @param owner who to ask
 * @param expires after this moment anybody may delete it
 * @param hourlyPriceUsd what it costs as long as it is there, in US dollars; empty when that is not known
 * @param outcome what was done with it
 * @param reason why that, as a part of a sentence; never a secret
 */
public record SweepItem(
        String project,
        Optional<String> service,
        Optional<String> run,
        Optional<String> owner,
        Optional<Instant> expires,
        Optional<BigDecimal> hourlyPriceUsd,
        SweepOutcome outcome,
        String reason) {}
