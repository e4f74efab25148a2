package io.github.aivenjunit.sweep;

import io.github.aivenjunit.lease.internal.Ownership;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a sweep looks for, and whether it deletes. Immutable.
 *
 * <pre>{@code
 * SweepRequest.dryRun();                              // what dead sessions of this machine left, and what has expired
 * SweepRequest.dryRun().ofRun("4711").deleting();     // everything of one run, expired or not
 * }</pre>
 *
 * @param run only what this run made, expired or not; empty means every run. An id that is too long for a tag is
 *     shortened as its own run did
 * @param olderThan also what was created longer ago than this and has not expired yet; together with a run, only that.
 *     To be chosen longer than the longest run
 * @param projects somebody else's projects in which services are looked for
 * @param allProjects whether services are looked for in every project that the token can see, by one call for each
 * @param delete whether what is found is deleted
 */
public record SweepRequest(
        Optional<String> run, Optional<Duration> olderThan, Set<String> projects, boolean allProjects, boolean delete) {

    public SweepRequest {
        if (run.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("The id of the run is blank. Write the id that the run's projects carry"
                    + " in their tag aiven-junit-run.");
        }
        if (olderThan.filter(age -> age.isNegative() || age.isZero()).isPresent()) {
            throw new IllegalArgumentException(
                    "The age of what is swept is not above zero. Write a duration longer than the longest run.");
        }
        run = run.map(Ownership::runTag);
        projects = Set.copyOf(projects);
    }

    /** Looks for what dead sessions of this machine have left, and for projects that have expired. */
    public static SweepRequest dryRun() {
        return new SweepRequest(Optional.empty(), Optional.empty(), Set.of(), false, false);
    }

    /** Looks for what this run made, and nothing else, expired or not. */
    public SweepRequest ofRun(String id) {
        return new SweepRequest(Optional.of(id), olderThan, projects, allProjects, delete);
    }

    /** Takes also what was created longer ago than this. */
    public SweepRequest olderThan(Duration age) {
        return new SweepRequest(run, Optional.of(age), projects, allProjects, delete);
    }

    /** Looks for our services in this project, too. */
    public SweepRequest inProject(String name) {
        Set<String> more = new TreeSet<>();
        Stream.concat(projects.stream(), Stream.of(name)).forEach(more::add);
        return new SweepRequest(run, olderThan, more, allProjects, delete);
    }

    /** Looks for our services in every project that the token can see. */
    public SweepRequest inAllProjects() {
        return new SweepRequest(run, olderThan, projects, true, delete);
    }

    /** Deletes what it finds. */
    public SweepRequest deleting() {
        return new SweepRequest(run, olderThan, projects, allProjects, true);
    }
}
