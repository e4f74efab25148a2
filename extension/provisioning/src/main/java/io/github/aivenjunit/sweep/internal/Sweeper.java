package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.sweep.SweepItem;
import io.github.aivenjunit.sweep.SweepReport;
import io.github.aivenjunit.sweep.SweepRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the projects to look at, and has each looked at. Thread-safe. */
public final class Sweeper {

    private static final Comparator<SweepItem> BY_NAME = Comparator.comparing(SweepItem::project)
            .thenComparing(item -> item.service().orElse(""));

    private final AivenClient client;
    private final LeaseDeletion deletion;
    private final Journal journal;
    private final Clock clock;

    /**
     * A sweeper.
     *
     * @param clock tells what has expired
     */
    public Sweeper(AivenClient client, LeaseDeletion deletion, Journal journal, Clock clock) {
        this.client = client;
        this.deletion = deletion;
        this.journal = journal;
        this.clock = clock;
    }

    /** Looks at everything, says what it costs and why it stays. */
    public SweepReport sweep(SweepRequest request) {
        return sweep(request, project -> true, Optional.of(new Prices(client)), () -> false);
    }

    /**
     * Looks only at what is likely to go, with as few requests as possible.
     *
     * @param ended whether no deletion is to be begun any more
     */
    public SweepReport sweepBriefly(SweepRequest request, BooleanSupplier ended) {
        Instant now = clock.instant();
        return sweep(
                request,
                project -> project.tags().containsKey(Ownership.TOMBSTONE_TAG)
                        || Candidate.expiry(project.tags()).filter(now::isAfter).isPresent(),
                Optional.empty(),
                ended);
    }

    private SweepReport sweep(
            SweepRequest request, Predicate<Project> promising, Optional<Prices> prices, BooleanSupplier ended) {
        // The journals are read after the list: whatever is in the list was in its journal before it was created.
        List<Project> visible = client.projects().list();
        try (JournalSurvey survey = JournalSurvey.take(journal, client.endpoint(), request.delete());
                Lanes lanes = new Lanes()) {
            SweepRun run = new SweepRun(client, deletion, request, survey, clock, prices, ended);
            List<Target> targets = targets(request, visible, survey.promises(), promising);
            List<SweepItem> items = lanes.map(targets, run::sweep).stream()
                    .flatMap(List::stream)
                    .sorted(BY_NAME)
                    .toList();
            return new SweepReport(client.endpoint(), !request.delete(), items, survey.others());
        }
    }

    private static List<Target> targets(
            SweepRequest request, List<Project> visible, List<Promise> promises, Predicate<Project> promising) {
        Optional<String> run = request.run();
        Map<String, Project> listed =
                visible.stream().collect(Collectors.toMap(Project::projectName, Function.identity(), (a, b) -> a));
        Map<String, List<Promise>> promised = promises.stream()
                .filter(promise -> run.isEmpty() || run.get().equals(promise.run()))
                .collect(Collectors.groupingBy(Promise::project));
        Set<String> names = new TreeSet<>(promised.keySet());
        names.addAll(request.projects());
        for (Project project : visible) {
            boolean ours = Ownership.madeProject(project.projectName(), project.tags());
            if (ours ? ofRun(run, project) && promising.test(project) : request.allProjects()) {
                names.add(project.projectName());
            }
        }
        List<Target> targets = new ArrayList<>();
        names.forEach(name -> targets.add(new Target(
                name,
                Optional.ofNullable(listed.get(name)),
                promised.getOrDefault(name, List.of()),
                request.allProjects() || request.projects().contains(name))));
        return targets;
    }

    private static boolean ofRun(Optional<String> run, Project project) {
        return run.isEmpty() || run.get().equals(project.tags().get(Ownership.RUN_TAG));
    }
}
