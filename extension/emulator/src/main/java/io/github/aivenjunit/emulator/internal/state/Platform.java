package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Everything that exists. One lock guards it: every other method is called within {@link #locked}. Engines are never
 * called with the lock held.
 */
public final class Platform {

    /** The cloud of projects that name none. */
    public static final String DEFAULT_CLOUD = "google-europe-west1";

    private final ReentrantLock lock = new ReentrantLock();
    private final EmulatorClock clock;
    private final FaultBoard faults;
    private final Identifiers identifiers;
    private final Account account;
    private final AccessTokens tokens;
    private final ApplicationUsers applicationUsers;
    private final TreeMap<String, Project> projects = new TreeMap<>();
    private final Integrations integrations;
    private final ServiceLives lives;

    public Platform(EmulatorClock clock, FaultBoard faults, Identifiers identifiers, ServiceLives.Times times) {
        this.clock = clock;
        this.faults = faults;
        this.identifiers = identifiers;
        this.account = new Account(identifiers, clock.now());
        this.tokens = new AccessTokens(identifiers);
        this.applicationUsers = new ApplicationUsers(identifiers, tokens);
        this.integrations = new Integrations(identifiers, faults);
        this.lives = new ServiceLives(this, faults, times);
    }

    /** Runs with the lock, after everything that is due has happened. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            projects.values().forEach(lives::settle);
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public Instant now() {
        return clock.now();
    }

    public Identifiers identifiers() {
        return identifiers;
    }

    public Account account() {
        return account;
    }

    public AccessTokens tokens() {
        return tokens;
    }

    public ApplicationUsers applicationUsers() {
        return applicationUsers;
    }

    public FaultBoard faults() {
        return faults;
    }

    public Integrations integrations() {
        return integrations;
    }

    public ServiceLives lives() {
        return lives;
    }

    /** In the order of their names. */
    public Collection<Project> projects() {
        return projects.values();
    }

    public Optional<Project> findProject(String name) {
        return Optional.ofNullable(projects.get(name));
    }

    public Project project(String name) {
        return findProject(name).orElseThrow(() -> Refusal.of(404, "project_does_not_exist", "Project does not exist"));
    }

    /** Refuses the request while the caller's membership in the project lags behind. */
    public void admit(String project) {
        if (findProject(project).map(Project::refusesOnce).orElse(false)) {
            throw Refusal.of(403, "Not a project member");
        }
    }

    public void requireFreeName(String project) {
        if (projects.containsKey(project)) {
            throw Refusal.of(409, "project_already_exists", "Project already exists");
        }
    }

    public Project create(ProjectOrder order) {
        requireFreeName(order.name());
        Project project = new Project(order, identifiers, faults.membershipLag());
        projects.put(order.name(), project);
        project.record(now(), "project_create", "Created project " + order.name(), Optional.empty());
        return project;
    }

    public void rename(Project project, String name) {
        requireFreeName(name);
        if (project.services().stream().anyMatch(service -> service.state() != ServiceState.POWEROFF)) {
            throw Refusal.of(409, "Project cannot be renamed while it has services that are powered on");
        }
        projects.remove(project.name());
        project.rename(name);
        projects.put(name, project);
        project.record(now(), "project_update", "Renamed project to " + name, Optional.empty());
    }

    public void delete(Project project) {
        if (!project.isEmpty()) {
            throw Refusal.of(faults.projectNotEmptyStatus(), "Project has services and cannot be deleted");
        }
        if (!project.vpcs().isEmpty() || !project.staticIps().isEmpty()) {
            throw Refusal.of(
                    faults.projectNotEmptyStatus(), "Project has VPCs or static IP addresses and cannot be deleted");
        }
        if (faults.openBalance() && project.isBilled()) {
            throw Refusal.of(403, "Project with open balance cannot be deleted");
        }
        projects.remove(project.name());
    }

    public Account.BillingGroup billingGroup(String id) {
        return account.billingGroups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "billing_group_not_found", "Billing group not found"));
    }

    public Account.BillingGroup addBillingGroup(String name) {
        return account.addBillingGroup(name, now());
    }
}
