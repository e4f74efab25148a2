package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectEvent;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.deletion.DeletionResult.Leftover;
import io.github.aivenjunit.deletion.DeletionResult.Outcome;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.share.internal.Partners;
import io.github.aivenjunit.sweep.SweepItem;
import io.github.aivenjunit.sweep.SweepOutcome;
import io.github.aivenjunit.sweep.SweepRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at one project after the other, decides, and deletes. Thread-safe. */
final class SweepRun {

    /** A create call that was under way when its JVM died can take effect until the longest call has timed out. */
    private static final Duration LATE_CREATE = Duration.ofMinutes(2);

    private final AivenClient client;
    private final LeaseDeletion deletion;
    private final SweepRequest request;
    private final Partners partners;
    private final Abandoned abandoned;
    private final List<SweepCheck> checks;
    private final Clock clock;
    private final Optional<Prices> prices;
    private final BooleanSupplier ended;

    SweepRun(
            AivenClient client,
            LeaseDeletion deletion,
            SweepRequest request,
            JournalSurvey survey,
            Clock clock,
            Optional<Prices> prices,
            BooleanSupplier ended) {
        this.client = client;
        this.deletion = deletion;
        this.request = request;
        this.partners = survey.partners();
        this.abandoned = new Abandoned(request, survey.living(), clock);
        this.checks = List.of(new OurMarks(), abandoned, new Unprotected());
        this.clock = clock;
        this.prices = prices;
        this.ended = ended;
    }

    /** Never throws: what goes wrong is an item. */
    List<SweepItem> sweep(Target target) {
        try {
            return inspect(target);
        } catch (RuntimeException e) {
            // Trouble with one project, or the end of the session, must not keep the others from being swept.
            return List.of(unseen(target, SweepOutcome.LEFT, String.valueOf(e.getMessage())));
        }
    }

    private List<SweepItem> inspect(Target target) {
        // Before a deletion its tags are read anew: its session may have moved the expiry since the list was made.
        Optional<Project> found = request.delete() || target.listed().isEmpty()
                ? client.projects().find(target.project())
                : target.listed();
        if (found.isEmpty()) {
            return absent(target);
        }
        Map<String, String> tags = found.get().tags();
        List<Service> services;
        try {
            services = client.services().list(target.project());
        } catch (AivenApiException.NotFound e) {
            // Another sweep, or its own session, was faster.
            return absent(target);
        }
        boolean ours = Ownership.madeProject(target.project(), tags);
        List<SweepItem> items = new ArrayList<>();
        if (ours || target.wholePromise().isPresent()) {
            Candidate whole = new Candidate(
                    target.project(),
                    tags,
                    Optional.empty(),
                    services,
                    created(target.project(), services),
                    target.wholePromise());
            if (wanted(whole)) {
                SweepItem item = sweepProject(whole, target.promises());
                items.add(item);
                if (item.outcome() != SweepOutcome.REFUSED) {
                    return items;
                }
            }
        }
        List<Candidate> within = services.stream()
                .filter(service -> target.promise(service.serviceName()).isPresent()
                        || (!ours && target.searched() && Ownership.madeService(service.tags())))
                .map(service -> new Candidate(
                        target.project(),
                        tags,
                        Optional.of(service),
                        List.of(service),
                        Optional.of(service.createTime()).filter(Instant.EPOCH::isBefore),
                        target.promise(service.serviceName())))
                .filter(this::wanted)
                .toList();
        items.addAll(sweepServices(target, within, services));
        return items;
    }

    /** The token does not see it: it is gone, or somebody else's. */
    private List<SweepItem> absent(Target target) {
        if (target.promises().isEmpty()) {
            return request.projects().contains(target.project())
                    ? List.of(unseen(target, SweepOutcome.LEFT, "the token can see no such project"))
                    : List.of();
        }
        if (!gone(target.project())) {
            return List.of(unseen(
                    target,
                    SweepOutcome.REFUSED,
                    "the token may not look at the project, so nothing tells whose it is; sweep with the token that"
                            + " made it"));
        }
        target.promises().stream().filter(this::late).forEach(promise -> keep(promise, LeaseEnding.DELETED));
        return List.of();
    }

    /** Aiven API: 404 is nobody's project, 403 "Not a project member" somebody's. */
    private boolean gone(String project) {
        try {
            client.services().list(project);
            return false;
        } catch (AivenApiException.NotFound e) {
            return true;
        } catch (AivenApiException.Forbidden e) {
            return false;
        }
    }

    private SweepItem sweepProject(Candidate whole, List<Promise> promises) {
        // Before the other checks: whoever leaves meanwhile counts on us as long as the promises are ours.
        boolean promised = request.delete() && whole.promise().isPresent();
        if (promised && isShared(whole, promises)) {
            return stillShared(whole);
        }
        Optional<SweepItem> undone = undone(whole);
        if (undone.isPresent()) {
            return undone.get();
        }
        if (!promised && isShared(whole, List.of())) {
            return stillShared(whole);
        }
        SweepItem before = item(whole, SweepOutcome.DELETED, grounds(whole));
        Outcome outcome = deletion.delete(lease(whole, Set.of())).outcome();
        if (outcome instanceof Outcome.Left left) {
            return with(before, SweepOutcome.LEFT, reasons(left.leftovers().stream()));
        }
        if (outcome instanceof Outcome.Tombstone tombstone) {
            promises.forEach(promise -> keep(promise, LeaseEnding.TOMBSTONE));
            return with(before, SweepOutcome.TOMBSTONE, tombstone.reason());
        }
        promises.forEach(promise -> keep(promise, LeaseEnding.DELETED));
        return before;
    }

    private boolean isShared(Candidate whole, List<Promise> promises) {
        return !partners.leave(
                whole.project(),
                () -> promises.stream()
                        .filter(promise -> promise.lease().wholeProject())
                        .forEach(promise -> promise.kept(LeaseEnding.HANDED_OVER)));
    }

    private SweepItem stillShared(Candidate whole) {
        return item(
                whole,
                SweepOutcome.REFUSED,
                abandoned.refusal(whole).orElse("a session that is alive shares it and deletes it at its end"));
    }

    private List<SweepItem> sweepServices(Target target, List<Candidate> candidates, List<Service> there) {
        List<SweepItem> items = new ArrayList<>();
        List<Candidate> permitted = new ArrayList<>();
        for (Candidate candidate : candidates) {
            undone(candidate).ifPresentOrElse(items::add, () -> permitted.add(candidate));
        }
        Set<String> gone = new TreeSet<>();
        if (!permitted.isEmpty()) {
            Set<String> names = permitted.stream()
                    .flatMap(candidate -> candidate.serviceName().stream())
                    .collect(Collectors.toSet());
            List<SweepItem> before = permitted.stream()
                    .map(candidate -> item(candidate, SweepOutcome.DELETED, grounds(candidate)))
                    .toList();
            DeletionResult result = deletion.delete(lease(permitted.get(0), names));
            for (SweepItem item : before) {
                SweepItem after = after(item, result.outcome());
                items.add(after);
                if (after.outcome() == SweepOutcome.DELETED) {
                    item.service().ifPresent(gone::add);
                }
            }
        }
        Set<String> existing = there.stream().map(Service::serviceName).collect(Collectors.toSet());
        target.servicePromises().forEach(promise -> settle(promise, existing, gone));
        return items;
    }

    private static SweepItem after(SweepItem item, Outcome outcome) {
        if (!(outcome instanceof Outcome.Left left)) {
            return item;
        }
        List<Leftover> about = left.leftovers().stream()
                .filter(leftover ->
                        leftover.service().isEmpty() || leftover.service().equals(item.service()))
                .toList();
        return about.isEmpty() ? item : with(item, SweepOutcome.LEFT, reasons(about.stream()));
    }

    private void settle(Promise promise, Set<String> existing, Set<String> gone) {
        boolean nothingLeft =
                promise.services().stream().allMatch(name -> !existing.contains(name) || gone.contains(name));
        boolean nothingToCome = gone.containsAll(promise.services()) || late(promise);
        if (nothingLeft && nothingToCome) {
            keep(promise, LeaseEnding.DELETED);
        }
    }

    private boolean late(Promise promise) {
        return promise.lastWritten().plus(LATE_CREATE).isBefore(clock.instant());
    }

    private void keep(Promise promise, LeaseEnding how) {
        if (request.delete()) {
            promise.kept(how);
        }
    }

    /** Why the candidate is not deleted now; empty when it is to be. */
    private Optional<SweepItem> undone(Candidate candidate) {
        Optional<String> refusal = checks.stream()
                .flatMap(check -> check.refusal(candidate).stream())
                .findFirst();
        if (refusal.isPresent()) {
            return Optional.of(item(candidate, SweepOutcome.REFUSED, refusal.get()));
        }
        if (!request.delete()) {
            return Optional.of(item(candidate, SweepOutcome.DELETABLE, grounds(candidate)));
        }
        if (ended.getAsBoolean()) {
            return Optional.of(item(candidate, SweepOutcome.LEFT, "the session ended before it was its turn"));
        }
        return Optional.empty();
    }

    private String grounds(Candidate candidate) {
        return abandoned.grounds(candidate).orElse("nobody uses it");
    }

    private boolean wanted(Candidate candidate) {
        return request.run().isEmpty() || request.run().equals(candidate.run());
    }

    private Optional<Instant> created(String project, List<Service> services) {
        if (request.olderThan().isEmpty()) {
            return Optional.empty();
        }
        // Aiven API: a project has no time of creation; its oldest event is the nearest to it.
        return Stream.concat(
                        client.projects().events(project).stream().map(ProjectEvent::time),
                        services.stream().map(Service::createTime))
                .filter(Instant.EPOCH::isBefore)
                .min(Instant::compareTo);
    }

    /** A lease that no journal knows; the deleter looks at the marks once more. */
    private static Lease lease(Candidate candidate, Set<String> services) {
        Instant expires = candidate.expires().orElse(Instant.EPOCH);
        return new LeaseBook(LeaseLog.none())
                .adopt(
                        new LeaseNotice(
                                0, candidate.project(), candidate.service().isEmpty(), expires),
                        services,
                        new Ownership(
                                candidate.run().orElse(""), candidate.owner().orElse(""), expires));
    }

    private SweepItem item(Candidate candidate, SweepOutcome outcome, String reason) {
        return new SweepItem(
                candidate.project(),
                candidate.serviceName(),
                candidate.run(),
                candidate.owner(),
                candidate.expires(),
                prices.flatMap(known -> known.hourly(candidate.project(), candidate.services())),
                outcome,
                reason);
    }

    private static SweepItem unseen(Target target, SweepOutcome outcome, String reason) {
        Optional<Promise> promise = target.promises().stream().findFirst();
        return new SweepItem(
                target.project(),
                Optional.empty(),
                promise.map(Promise::run),
                promise.map(Promise::owner),
                promise.map(known -> known.lease().expires()),
                Optional.empty(),
                outcome,
                reason);
    }

    private static SweepItem with(SweepItem item, SweepOutcome outcome, String reason) {
        return new SweepItem(
                item.project(),
                item.service(),
                item.run(),
                item.owner(),
                item.expires(),
                item.hourlyPriceUsd(),
                outcome,
                reason);
    }

    private static String reasons(Stream<Leftover> leftovers) {
        return leftovers
                .map(leftover -> leftover.service()
                                .map(service -> "service '" + service + "': ")
                                .orElse("")
                        + leftover.reason())
                .collect(Collectors.joining("; "));
    }
}
