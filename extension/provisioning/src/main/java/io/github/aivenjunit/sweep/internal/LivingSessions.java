package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalContents;
import io.github.aivenjunit.journal.internal.JournalContents.OpenLease;
import java.util.List;
import java.util.Optional;

/** What the sessions of this machine use whose journals are locked: by them, or by another sweep. Immutable. */
record LivingSessions(Journal journal, List<JournalContents> journals) {

    LivingSessions {
        journals = List.copyOf(journals);
    }

    /** Who uses the project, or the service in it, as a part of a sentence. */
    Optional<String> user(String project, Optional<String> service) {
        return journals.stream()
                // It may have left since.
                .map(JournalContents::file)
                .map(journal::contents)
                .flatMap(Optional::stream)
                .filter(journal -> journal.open().stream().anyMatch(lease -> covers(lease, project, service)))
                .findFirst()
                .map(LivingSessions::describe);
    }

    private static boolean covers(OpenLease lease, String project, Optional<String> service) {
        return lease.lease().project().equals(project)
                && (service.isEmpty()
                        || lease.lease().wholeProject()
                        || lease.services().contains(service.get()));
    }

    private static String describe(JournalContents journal) {
        return journal.opened()
                .map(opened -> "a session or a sweep that is alive looks after it: run " + opened.run() + ", process "
                        + opened.process() + " of this machine")
                .orElse("a session that is alive looks after it: journal " + journal.file());
    }
}
