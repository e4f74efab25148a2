package io.github.aivenjunit.sweep;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep found and did. Immutable.
 *
 * @param endpoint the API that was looked at
 * @param dryRun whether nothing was to be deleted
 * @param items what was found, ordered by project and service
 * @param others promises of dead sessions that this sweep could not look after
 */
public record SweepReport(URI endpoint, boolean dryRun, List<SweepItem> items, List<OtherJournal> others) {

    /**
     * The journal of a dead session that talked to another API, or does not say to which.
     *
     * @param file where it is
     * @param endpoint the API of the session; empty when the first line of the file is torn
     * @param promises how many projects or services may be left there
     */
    public record OtherJournal(Path file, Optional<URI> endpoint, int promises) {}

    public SweepReport {
        items = List.copyOf(items);
        others = List.copyOf(others);
    }

    /** Whether something ended like this. */
    public boolean any(SweepOutcome outcome) {
        return items.stream().anyMatch(item -> item.outcome() == outcome);
    }
}
