package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.journal.internal.DeadJournal;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalContents;
import io.github.aivenjunit.journal.internal.JournalEntry.Opened;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.share.internal.Partners;
import io.github.aivenjunit.sweep.SweepReport.OtherJournal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sorts the journals of this user into the living, the dead and those of other APIs. Holds the dead ones' locks. */
final class JournalSurvey implements AutoCloseable {

    private final Journal journal;
    private final URI endpoint;
    private final boolean toFinish;
    private final Clock clock;
    private final List<JournalContents> living = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final List<OtherJournal> others = new ArrayList<>();
    private final List<SessionJournal> held = new ArrayList<>();

    private JournalSurvey(Journal journal, URI endpoint, boolean toFinish) {
        this.journal = journal;
        this.endpoint = endpoint;
        this.toFinish = toFinish;
        this.clock = journal.clock();
    }

    /**
     * Looks at every journal.
     *
     * @param toFinish whether the dead are to be taken over; otherwise they are only read
     */
    static JournalSurvey take(Journal journal, URI endpoint, boolean toFinish) {
        JournalSurvey survey = new JournalSurvey(journal, endpoint, toFinish);
        try {
            journal.all().forEach(contents -> survey.sort(contents));
            return survey;
        } catch (RuntimeException e) {
            survey.close();
            throw e;
        }
    }

    LivingSessions living() {
        return new LivingSessions(journal, living);
    }

    /** Who may use what the dead ones have used. */
    Partners partners() {
        return new Partners(
                journal, () -> held.stream().map(SessionJournal::file).collect(Collectors.toSet()));
    }

    /** What the dead sessions of this API have promised. */
    List<Promise> promises() {
        return List.copyOf(promises);
    }

    List<OtherJournal> others() {
        return List.copyOf(others);
    }

    private void sort(JournalContents contents) {
        if (contents.open().isEmpty() && !toFinish) {
            return;
        }
        // Before it is taken over, which ends a torn line.
        Instant lastWritten = lastWritten(contents.file());
        Optional<DeadJournal> dead = journal.takeOver(contents.file());
        if (dead.isEmpty()) {
            living.add(contents);
            return;
        }
        JournalContents latest = dead.get().contents();
        SessionJournal taken = dead.get().journal();
        Optional<Opened> ours = latest.opened().filter(opened -> same(opened.endpoint(), endpoint));
        if (ours.isEmpty() && !latest.open().isEmpty()) {
            others.add(new OtherJournal(
                    latest.file(),
                    latest.opened().map(Opened::endpoint),
                    latest.open().size()));
        }
        ours.ifPresent(opened -> latest.open()
                .forEach(open -> promises.add(
                        new Promise(open.lease(), open.services(), opened.run(), opened.owner(), lastWritten, taken))));
        if (ours.isPresent() && toFinish) {
            held.add(taken);
        } else {
            taken.close();
        }
    }

    private Instant lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return clock.instant();
        }
    }

    private static boolean same(URI one, URI other) {
        return text(one).equals(text(other));
    }

    private static String text(URI endpoint) {
        return endpoint.toString().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    }

    /** Gives the dead ones back: finished ones are removed, the others wait for the next sweep. */
    @Override
    public void close() {
        held.forEach(SessionJournal::close);
    }
}
