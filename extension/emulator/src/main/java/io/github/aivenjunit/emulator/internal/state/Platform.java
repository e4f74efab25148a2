package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.billing.Invoice;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Everything that exists. One lock guards it: every other method is called within {@link #locked}. Engines are never
 * called with the lock held. What a snapshot leaves out is marked transient, here and in everything below.
 */
public final class Platform {

    /** The cloud of projects that name none. */
    public static final String DEFAULT_CLOUD = "google-europe-west1";

    private final transient ReentrantLock lock = new ReentrantLock();
    private final transient EmulatorClock clock;
    private final transient FaultBoard faults;
    private final transient Identifiers identifiers;
    private final Account account;
    private final AccessTokens tokens;
    private final ApplicationUsers applicationUsers;
    private final TreeMap<String, Project> projects = new TreeMap<>();
    /** The projects in which time changes something soon. There are few, and every request looks at them. */
    private final Set<Project> unsettled = new HashSet<>();

    /** When something is due in one of the others. */
    private Instant wakeUp = Instant.MAX;

    private final Integrations integrations;
    private final List<Bill> bills = new ArrayList<>();
    private final transient ServiceLives lives;

    public Platform(EmulatorClock clock, FaultBoard faults, Identifiers identifiers, Builds builds) {
        this.clock = clock;
        this.faults = faults;
        this.identifiers = identifiers;
        this.account = new Account(identifiers, clock.now());
        this.tokens = new AccessTokens(identifiers);
        this.applicationUsers = new ApplicationUsers(identifiers, tokens);
        this.integrations = new Integrations(identifiers, faults);
        this.lives = new ServiceLives(this, faults, builds);
    }

    /** Runs with the lock, after everything that is due has happened. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            if (!wakeUp.isAfter(clock.now())) {
                wakeUp = Instant.MAX;
                unsettled.addAll(projects.values());
            }
            unsettled.removeIf(lives::settle);
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
        Optional<Project> found = Optional.ofNullable(projects.get(name));
        found.ifPresent(unsettled::add);
        return found;
    }

    /** Looks at the project before every request until nothing is due in it any more. */
    void unsettle(Project project) {
        unsettled.add(project);
    }

    /** Looks at every project then. */
    void wakeAt(Instant due) {
        wakeUp = due.isBefore(wakeUp) ? due : wakeUp;
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
        bills.add(project.bill());
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
        if (hasOpenBalance(project)) {
            throw Refusal.of(403, "Project with open balance cannot be deleted");
        }
        if (unusedCredits(project).signum() > 0) {
            throw Refusal.of(403, "Project with unused credits cannot be deleted");
        }
        projects.remove(project.name());
        unsettled.remove(project);
    }

    private boolean hasOpenBalance(Project project) {
        return faults.openBalance()
                .flatMap(after -> project.bill().openSince().map(since -> since.plus(after)))
                .filter(open -> !open.isAfter(now()))
                .isPresent();
    }

    /** What is left of the credit that the project holds, in US dollars. */
    public BigDecimal unusedCredits(Project project) {
        return BigDecimal.valueOf(faults.unusedCredits())
                .subtract(project.cost(now()))
                .max(BigDecimal.ZERO);
    }

    /**
     * What projects have cost, deleted ones too.
     *
     * @param project which ones: told a project's name and its billing group
     */
    public Invoice invoice(BiPredicate<String, String> project) {
        Instant now = now();
        return new Invoice(bills.stream()
                .filter(bill -> project.test(bill.project(), bill.billingGroup()))
                .flatMap(bill -> bill.lines(now).stream())
                .toList());
    }

    public Account.BillingGroup billingGroup(String id) {
        return account.billingGroup(id)
                .orElseThrow(() -> Refusal.of(404, "billing_group_not_found", "Billing group not found"));
    }

    public Account.BillingGroup addBillingGroup(String name) {
        return account.addBillingGroup(name, now());
    }

    /** Removes a group that pays for nothing. */
    public void delete(Account.BillingGroup group) {
        if (projects.values().stream()
                .anyMatch(project -> project.billingGroupId().equals(group.id()))) {
            throw Refusal.of(409, "Billing group has projects and cannot be deleted");
        }
        if (group.equals(account.primaryBillingGroup())) {
            throw Refusal.of(403, "The primary billing group of an organization cannot be deleted");
        }
        account.removeBillingGroup(group);
    }
}
