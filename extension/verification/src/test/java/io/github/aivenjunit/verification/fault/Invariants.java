package io.github.aivenjunit.verification.fault;

import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalContents.OpenLease;
import io.github.aivenjunit.verification.fault.Gateway.Passed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What holds after every case. Each returns sentences about what does not. */
final class Invariants {

    private Invariants() {}

    /** A project that is alive, or a service in a project of others, is in the journal of its session. */
    static List<String> everythingLeftIsPromised(Belongings left, Belongings atRest, Path journals) {
        List<OpenLease> open = new Journal(journals, Clock.systemUTC())
                .all().stream().flatMap(contents -> contents.open().stream()).toList();
        List<String> violations = new ArrayList<>();
        left.projects().forEach((project, services) -> {
            if (!atRest.projects().containsKey(project)) {
                boolean promised = left.tombstones().contains(project)
                        || open.stream()
                                .map(OpenLease::lease)
                                .anyMatch(lease ->
                                        lease.wholeProject() && lease.project().equals(project));
                if (!promised) {
                    violations.add("project " + project + " is alive and in no journal");
                }
                return;
            }
            for (String service : without(services, atRest.projects().get(project))) {
                if (open.stream()
                        .noneMatch(lease -> lease.lease().project().equals(project)
                                && lease.services().contains(service))) {
                    violations.add("service " + project + "/" + service + " is alive and in no journal");
                }
            }
        });
        return violations;
    }

    /** On Aiven and in the directory is what was there before, and tombstones. */
    static List<String> onlyTombstonesAreLeft(String when, Belongings left, Belongings atRest) {
        List<String> violations = new ArrayList<>();
        left.projects().forEach((project, services) -> {
            if (!atRest.projects().containsKey(project)) {
                if (!left.tombstones().contains(project)) {
                    violations.add("project " + project + " is left " + when);
                }
            } else if (!atRest.projects().get(project).containsAll(services)) {
                violations.add("of project " + project + " the services " + services + " are left " + when);
            }
        });
        Set<String> files = without(left.journals().keySet(), atRest.journals().keySet());
        if (!files.isEmpty()) {
            violations.add("the journal files " + files + " are left " + when);
        }
        return violations;
    }

    /** The living neighbours have what they had, and nobody wrote to their journals. */
    static List<String> nothingHasChanged(Belongings left, Belongings atRest) {
        List<String> violations = new ArrayList<>();
        if (!left.projects().equals(atRest.projects())) {
            violations.add("on Aiven is " + left.projects() + " at the end, and was " + atRest.projects());
        }
        if (!left.journals().equals(atRest.journals())) {
            violations.add("the journals say " + left.journals() + " at the end, and said " + atRest.journals());
        }
        return violations;
    }

    /** What is deleted is not created again, by a late request or a repeated one. */
    static List<String> nothingIsCreatedAfterADeletion(List<Passed> passed) {
        return passed.stream()
                .dropWhile(request -> !(request.method().equals("DELETE") && succeeded(request)))
                .filter(request -> request.method().equals("POST") && succeeded(request))
                .map(request -> "POST " + request.path() + " came through after a deletion")
                .toList();
    }

    /** The end of a lane. */
    static List<String> onlyTheBorrowedProjectIsLeft(Belongings left, String borrowed) {
        return Stream.of(
                        left.projects().equals(Map.of(borrowed, Set.of()))
                                ? ""
                                : "the neighbours ended and left " + left.projects(),
                        left.journals().isEmpty()
                                ? ""
                                : "the neighbours ended and left the journal files "
                                        + left.journals().keySet())
                .filter(violation -> !violation.isEmpty())
                .toList();
    }

    private static boolean succeeded(Passed request) {
        return request.status() / 100 == 2;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
