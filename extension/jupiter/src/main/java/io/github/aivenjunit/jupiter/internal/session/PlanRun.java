package io.github.aivenjunit.jupiter.internal.session;

import io.github.aivenjunit.config.ClassQueue;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ForkClass;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A plan that a launcher executes: which of its classes are running, and what was begun for the others. Thread-safe. */
public final class PlanRun implements AutoCloseable {

    private final Supplier<LauncherRun.OpenSession> opener;
    private final Announcement announced;
    private final LookAhead lookAhead;
    private final Map<String, Class<?>> executing = new ConcurrentHashMap<>();

    /**
     * A class whose project can be begun before the class.
     *
     * @param uniqueId JUnit's id of the class in this plan
     * @param name the class, for the log
     * @param declaration reads what it declares
     */
    public record Candidate(String uniqueId, String name, Supplier<Optional<Declared>> declaration) {}

    /**
     * What a class declares.
     *
     * @param disabledWithoutToken whether it is skipped when no token is configured
     */
    public record Declared(ProjectSpec spec, boolean disabledWithoutToken) {}

    /**
     * What a plan tells of its classes.
     *
     * @param candidates those whose projects can be begun ahead, in order
     * @param idle those of ours of which every test is disabled, by their ids
     * @param forked finds those of the classes of several forks whose projects can be begun ahead
     */
    public record Announcement(
            List<Candidate> candidates, Map<String, Class<?>> idle, Function<ClassQueue, List<ForkClass>> forked) {

        public Announcement {
            candidates = List.copyOf(candidates);
            idle = Map.copyOf(idle);
        }
    }

    PlanRun(Supplier<LauncherRun.OpenSession> opener, Announcement announced) {
        this.opener = opener;
        this.announced = announced;
        this.lookAhead = new LookAhead(opener);
    }

    void lookAhead() {
        lookAhead.begin(announced.candidates());
    }

    boolean isIdle(String uniqueId, Class<?> testClass) {
        return testClass.equals(announced.idle().get(uniqueId));
    }

    /** JUnit begins a class, whose conditions are met. */
    public void started(String uniqueId, Class<?> testClass) {
        executing.put(uniqueId, testClass);
    }

    /** JUnit has ended or skipped something, with everything inside it. */
    public void ended(String uniqueId) {
        executing.remove(uniqueId);
        Predicate<String> inside = id -> id.equals(uniqueId) || id.startsWith(uniqueId + "/");
        lookAhead.release(inside);
    }

    boolean isExecuting(String uniqueId, Class<?> testClass) {
        return testClass.equals(executing.get(uniqueId));
    }

    /** The session of the launcher session. */
    public AivenSession session() {
        return opener.get().session();
    }

    /** The project that was begun for this class; empty when there is none, or when it is not what the class wants. */
    public Optional<ProvisionedProject> claim(String uniqueId, ProjectSpec spec) {
        return lookAhead.claim(uniqueId, spec);
    }

    /** The plan is over: what was begun and never claimed is deleted. */
    @Override
    public void close() {
        LauncherRuns.remove(this);
        lookAhead.close();
    }

    /** Waits until nothing is done for it any more. */
    void awaitEnd() throws InterruptedException {
        lookAhead.awaitEnd();
    }

    boolean hasEnded() {
        return lookAhead.hasEnded();
    }
}
