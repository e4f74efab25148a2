package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.config.LeakMode;
import io.github.aivenjunit.config.SafetyConfig;
import io.github.aivenjunit.deletion.DeletionFailedException;
import io.github.aivenjunit.deletion.internal.ClientDeletionApi;
import io.github.aivenjunit.deletion.internal.ProjectDeleter;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.platform.RunningPlatform;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.provision.ForkClass;
import io.github.aivenjunit.provision.ProjectReport;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.readiness.internal.Poller;
import io.github.aivenjunit.share.internal.Partners;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.Scope;
import io.github.aivenjunit.sweep.SweepRequest;
import io.github.aivenjunit.sweep.internal.Sweeper;
import io.github.aivenjunit.timeline.internal.TimelineFiles;
import io.github.aivenjunit.timeline.internal.TimelineRecorder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the projects of a session share. Thread-safe. */
public final class Provisioner implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Provisioner.class);

    private final Configuration configuration;
    private final Clock clock = Clock.systemUTC();
    private final ProjectNames names = new ProjectNames(new SecureRandom());
    private final Threads threads = new Threads();
    private final ExecutorService executor = Executors.newCachedThreadPool(threads);
    private final BackgroundDeletions deletions = new BackgroundDeletions(executor);
    private final LeaseBooks leases;
    private final LeaseRenewals renewals = new LeaseRenewals(clock, threads);
    private final ShutdownDeletion shutdown;
    private final BackgroundSweep sweep;
    private final TimelineRecorder timeline = TimelineRecorder.start();
    private final Homes homes;
    private final Map<Home, Preflight> preflights = new ConcurrentHashMap<>();
    private final SharedPlatforms shared = new SharedPlatforms(this);
    private final ForkLookAhead forks = new ForkLookAhead(this);
    private final List<Provisioning> projects = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final String madeUpRun = names.random();

    public Provisioner(Configuration configuration) {
        this.configuration = configuration;
        this.homes = new Homes(configuration.rate(), timeline, configuration::runFiles);
        this.leases = new LeaseBooks(configuration.safety(), names, clock);
        this.shutdown = new ShutdownDeletion(leases::refuse, this::deleteAllAtOnce);
        this.sweep = new BackgroundSweep(configuration.safety().sweep());
    }

    public void warmUp(List<ProjectSpec> specs) {
        new WarmUp(this).begin(specs);
    }

    public void deleteInBackground(ProvisionedProject project, String owner) {
        deletions.begin(project, owner);
    }

    public Optional<BigDecimal> hourlyPrice(ProjectSpec spec) {
        AivenConfig config = resolve(spec);
        return preflight(home(config)).hourlyPrice(spec, config);
    }

    AivenConfig resolve(ProjectSpec spec) {
        return configuration.resolve(spec);
    }

    public ProvisionedProject plan(ProjectSpec spec) {
        if (closed.get()) {
            throw new IllegalStateException("The session is closed. Open another one for " + spec.label() + ".");
        }
        AivenConfig config = resolve(spec);
        if (config.scope() == Scope.RUN) {
            return shared.member(spec, config);
        }
        return provisioning(spec, config, Optional.empty());
    }

    public ProvisionedProject plan(String className, ProjectSpec spec) {
        AivenConfig config = resolve(spec);
        return forks.handles(config) ? new ForkProvisioning(this, forks, className, spec, config) : plan(spec);
    }

    public void passOver(String className, ProjectSpec spec) {
        AivenConfig config = resolve(spec);
        if (forks.handles(config)) {
            forks.place(className, spec, config).renounce();
        }
    }

    public void lookAhead(String module, List<ForkClass> classes) {
        boolean together = configuration
                .build()
                .or(() -> resolve(
                                ProjectSpec.builder("build").scope(Scope.CLASS).build())
                        .run())
                .isPresent();
        boolean wanted = configuration.hasToken() && configuration.pace().lookahead() > 0 && !classes.isEmpty();
        if (wanted && together) {
            forks.begin(module, classes, configuration.pace());
        }
    }

    /**
     * A project that this session deletes at its end.
     *
     * @param joined the lease on a project that another session has made as the spec says
     */
    Provisioning provisioning(ProjectSpec spec, AivenConfig config, Optional<Lease> joined) {
        if (closed.get()) {
            throw new IllegalStateException("The session is closed. Open another one for " + spec.label() + ".");
        }
        Provisioning provisioning = new Provisioning(this, spec, config, joined);
        projects.add(provisioning);
        return provisioning;
    }

    public List<ProjectReport> report() {
        return Stream.concat(projects.stream(), shared.projects())
                .map(Provisioning::report)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What happens in this session. */
    public TimelineRecorder timeline() {
        return timeline;
    }

    /** The emulator that this session uses, started when nobody needed it before; empty when it runs on Aiven. */
    public Optional<RunningPlatform> emulator() {
        return configuration.hasToken() ? Optional.empty() : Optional.of(homes.startedEmulator());
    }

    Home home(AivenConfig config) {
        return homes.home(config);
    }

    Preflight preflight(Home home) {
        return preflights.computeIfAbsent(home, Preflight::new);
    }

    ProjectNames names() {
        return names;
    }

    LeaseRenewals renewals() {
        return renewals;
    }

    /** The one deleter, for what this session creates with these settings. */
    ProjectDeleter deleter(Home home, AivenConfig config) {
        // An emulator ends with this JVM, and what it makes late with it.
        return deleter(home, config, home.mode() == Mode.CLOUD ? LeaseBooks.SETTLING : Duration.ZERO);
    }

    private ProjectDeleter deleter(Home home, AivenConfig config, Duration settling) {
        return new ProjectDeleter(
                        new ClientDeletionApi(home.client()),
                        executor,
                        new Poller(home.pollInterval(config))::until,
                        config.deletionTimeout(),
                        settling,
                        clock)
                .after(home.mode() == Mode.CLOUD ? partners() : lease -> true);
    }

    /** Who may use the same projects on Aiven as this session. */
    Partners partners() {
        return new Partners(journal(), leases::files);
    }

    /** Where the sessions of this machine write their promises down. */
    Journal journal() {
        return new Journal(configuration.safety().journal(), clock);
    }

    /** The files that remember what this session has. */
    Set<Path> files() {
        return leases.files();
    }

    /** The file that remembers what this session has at a home. */
    Path journalOf(Home home) {
        return leases.file(home);
    }

    /** What the forks of this run have in common; outside of a run and a build only this session has it. */
    String commonRun(AivenConfig config) {
        return config.run().or(configuration::build).orElse(madeUpRun);
    }

    /** Past the locks of the projects: whoever provisions one holds its lock for minutes. */
    private void deleteAllAtOnce() {
        AivenConfig config = configuration.resolve(
                ProjectSpec.builder("shutdown").scope(Scope.CLASS).build());
        List<CompletableFuture<?>> deletions = new ArrayList<>();
        leases.open()
                .forEach(held -> deletions.add(CompletableFuture.runAsync(
                        () -> deleter(held.home(), config).delete(held.lease()), executor)));
        deletions.forEach(CompletableFuture::join);
        leases.close();
    }

    /** The book for the leases of a home. */
    LeaseBook leases(Home home, AivenConfig config) {
        if (home.mode() == Mode.CLOUD) {
            shutdown.arm();
            sweep.begin(home, sweeper(home, config), leftBehind(config));
        }
        return book(home, config);
    }

    /** The book, opened: its journal is on the disk and its watchdog is ready. */
    LeaseBook book(Home home, AivenConfig config) {
        return leases.book(home, config, ownership(config));
    }

    private Sweeper sweeper(Home home, AivenConfig config) {
        // A sweep has seen what it deletes.
        ProjectDeleter deleter = deleter(home, config, Duration.ZERO);
        return new Sweeper(home.client(), deleter::delete, journal(), clock);
    }

    private static SweepRequest leftBehind(AivenConfig config) {
        SweepRequest request = SweepRequest.dryRun().deleting();
        return config.existing().map(request::inProject).orElse(request);
    }

    ExecutorService executor() {
        return executor;
    }

    /** Makes the daemon threads of this session. */
    ThreadFactory threads() {
        return threads;
    }

    Clock clock() {
        return clock;
    }

    /** The marks of a new project. */
    Ownership ownership(AivenConfig config) {
        return new Ownership(
                config.run().orElse(madeUpRun), config.owner(), clock.instant().plus(config.expiresAfter()));
    }

    /** An emulator starts empty, so the project that a test borrows is put there. It ends with the emulator. */
    synchronized void ensureEmulatedProject(Home home, String project, String cloud) {
        if (home.client().projects().find(project).isEmpty()) {
            home.client()
                    .projects()
                    .create(ProjectCreate.builder(project).cloud(cloud).build());
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            renewals.close();
            forks.close();
            deleteAll();
            shared.close();
            List<ProjectReport> report = report();
            if (!report.isEmpty()) {
                logger.info("{}", RunTable.of(report));
            }
            sweep.close();
            executor.shutdown();
            leases.close();
            forks.tidy();
            shutdown.disarm();
            homes.close();
            writeTimeline();
            balance(report);
        }
    }

    /** Side by side: of what was begun ahead and never wanted there can be several. */
    private void deleteAll() {
        deletions.await();
        List<CompletableFuture<?>> all = new ArrayList<>();
        projects.stream()
                .filter(Provisioning::needsDeletion)
                .forEach(project -> all.add(CompletableFuture.runAsync(project::delete, executor)));
        all.forEach(CompletableFuture::join);
    }

    private void writeTimeline() {
        if (timeline.isEmpty()) {
            return;
        }
        AivenConfig config =
                resolve(ProjectSpec.builder("timeline").scope(Scope.CLASS).build());
        configuration
                .safety()
                .reports()
                .ifPresent(directory -> new TimelineFiles(directory)
                        .write(timeline, config.run().orElse(madeUpRun), fileName()));
    }

    /** Unique for every session of every fork. */
    private String fileName() {
        return ProcessHandle.current().pid() + "-" + madeUpRun;
    }

    private void balance(List<ProjectReport> report) {
        SafetyConfig safety = configuration.safety();
        LeakLedger ledger = LeakLedger.of(madeUpRun, report);
        if (!ledger.isEmpty()) {
            safety.reports().ifPresent(directory -> ledger.writeTo(directory, fileName()));
            Optional<DeletionFailedException> leak = ledger.leak();
            if (leak.isPresent() && safety.leaks() == LeakMode.FAIL) {
                throw leak.get();
            }
        }
    }

    /** Daemon threads with a name: a forgotten session must not keep a JVM alive. */
    private static final class Threads implements ThreadFactory {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "aiven-junit-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}
