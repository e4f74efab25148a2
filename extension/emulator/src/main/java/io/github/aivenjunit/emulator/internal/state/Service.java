package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.fault.DeadAddress;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.TypeOffer;
import io.github.aivenjunit.emulator.internal.faults.Lags;
import io.github.aivenjunit.emulator.internal.kafka.KafkaData;
import io.github.aivenjunit.emulator.internal.power.PoweredService;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/** A service. Guarded by the platform's lock, except for what stands behind it. */
public final class Service {

    private static final String FIRST_RUNNING = "first RUNNING";
    private static final String FLAPPING = "flapping";
    private static final String PASSWORD_OF = "password of ";
    private static final int KEPT_BACKUPS = 2;

    /** TCPMUX, which nobody has served for decades. */
    private static final int REFUSING_PORT = 1;

    private final PoweredService power;
    private final Instant createTime;
    private final Map<String, ServiceUser> users = new LinkedHashMap<>();
    private final List<Integration> integrations = new ArrayList<>();
    private final Map<String, ClickHouseUser> clickHouseUsers = new LinkedHashMap<>();
    private final Map<String, Database> databases = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<Backup> backups = new ArrayList<>();
    private final List<String> notifications = new ArrayList<>();
    private final ConnectionPools pools = new ConnectionPools();
    private final ServiceLog log = new ServiceLog();
    private final transient Deque<ServerChange<?>> changesAtStart = new ArrayDeque<>();
    private final transient Set<String> claims = new HashSet<>();
    private final Lags lags = new Lags();
    private final KafkaData kafka;
    private final Lifecycle lifecycle;
    private transient Supplier<Optional<DeadAddress>> deadAddress = Optional::empty;
    private final Upkeep upkeep;
    private final SchemaAcls schemaAcls;
    private final SearchAccess searchAccess = new SearchAccess();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private ServiceOrder order;
    private Instant updateTime;
    private Instant seen;
    private int starts;
    private boolean replica;
    private boolean deleted;

    Service(ServiceOrder order, Map<String, String> tags, ServiceUser admin, PoweredService power, Instant now) {
        this.order = order;
        this.power = power;
        this.createTime = now;
        this.updateTime = now;
        this.seen = now;
        this.upkeep = new Upkeep(now);
        this.tags.putAll(tags);
        users.put(admin.name(), admin);
        kafka = new KafkaData(admin.name());
        order.type().database().ifPresent(name -> databases.put(name, Database.withDefaults(name)));
        lifecycle = new Lifecycle(order.name(), order.type().hasNodeRoles());
        schemaAcls = new SchemaAcls(admin.name());
    }

    public String name() {
        return order.name();
    }

    public TypeOffer type() {
        return order.type();
    }

    public ServiceOrder order() {
        return order;
    }

    void reorder(ServiceOrder changed) {
        order = changed;
    }

    public Instant createTime() {
        return createTime;
    }

    public Instant updateTime() {
        return updateTime;
    }

    /** Notes a change. The time never goes back, even if a stage of a build fell due earlier. */
    public void touch(Instant now) {
        if (now.isAfter(updateTime)) {
            updateTime = now;
        }
    }

    public ServiceState state() {
        return lifecycle.state();
    }

    /** The state as the API shows it; may lag behind. Counts as an answer. */
    public ServiceState shownState() {
        if (state() != ServiceState.RUNNING || lags.holds(FIRST_RUNNING)) {
            return state();
        }
        return lags.holds(FLAPPING) ? ServiceState.REBALANCING : state();
    }

    void flap(int answers) {
        lags.begin(FIRST_RUNNING, answers > 0 ? 1 : 0);
        lags.begin(FLAPPING, answers);
    }

    /** Whether its clients are served: it has been RUNNING since it was last powered on. */
    public boolean isServing() {
        return lifecycle.isServing();
    }

    public List<Node> nodes() {
        return lifecycle.nodes();
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    public PoweredService power() {
        return power;
    }

    /** Where its components listen, or would. */
    public List<EngineEndpoint> endpoints() {
        List<EngineEndpoint> real = Replica.addTo(power.endpoints(Components.of(order)), order);
        return deadAddress
                .get()
                .map(dead -> real.stream().map(endpoint -> dead(dead, endpoint)).toList())
                .orElse(real);
    }

    private EngineEndpoint dead(DeadAddress dead, EngineEndpoint endpoint) {
        return switch (dead) {
            // Reserved for names that never resolve (RFC 2606).
            case UNKNOWN_HOST -> new EngineEndpoint(endpoint.component(), name() + ".invalid", endpoint.port());
            case REFUSED -> new EngineEndpoint(endpoint.component(), endpoint.host(), REFUSING_PORT);
        };
    }

    public Map<String, String> tags() {
        return tags;
    }

    /** The integrations that it is an end of, the oldest first. */
    public List<Integration> integrations() {
        return integrations;
    }

    /** The users of a ClickHouse service by their ids, without the administrator. */
    public Map<String, ClickHouseUser> clickHouseUsers() {
        return clickHouseUsers;
    }

    /** The administrator first. */
    public Collection<ServiceUser> users() {
        return users.values();
    }

    public ServiceUser admin() {
        return users.values().iterator().next();
    }

    /** The users as the API shows them; their passwords may lag behind. Counts as an answer. */
    public List<ServiceUser> shownUsers() {
        return users().stream().map(this::shown).toList();
    }

    /** A user as the API shows it; the password may lag behind. Counts as an answer. */
    public ServiceUser shown(ServiceUser user) {
        return lags.holds(PASSWORD_OF + user.name()) ? user.withPassword("", user.passwordTime()) : user;
    }

    /** Lets the user's password lag behind. */
    public void hidePassword(String user, int answers) {
        lags.begin(PASSWORD_OF + user, answers);
    }

    public Optional<ServiceUser> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    /** Adds the user, or replaces the one of that name. */
    public void putUser(ServiceUser user) {
        users.put(user.name(), user);
    }

    public void removeUser(String name) {
        users.remove(name);
    }

    public Map<String, Database> databases() {
        return databases;
    }

    /** Of its schema registry; of no use to types that have none. */
    public SchemaAcls schemaAcls() {
        return schemaAcls;
    }

    /** Of its OpenSearch; of no use to other types. */
    public SearchAccess searchAccess() {
        return searchAccess;
    }

    /** What it was asked to do, by id. */
    public Map<String, Task> tasks() {
        return tasks;
    }

    public ConnectionPools pools() {
        return pools;
    }

    /** Whether it was created as a read replica, whose data only its source changes. */
    public boolean isReplica() {
        return replica;
    }

    /** From now on only the source changes its data. */
    public void markReplica() {
        replica = true;
    }

    public List<Backup> backups() {
        return List.copyOf(backups);
    }

    void addBackup(Backup backup) {
        backups.add(backup);
        if (backups.size() > KEPT_BACKUPS) {
            backups.remove(0);
        }
    }

    public Upkeep upkeep() {
        return upkeep;
    }

    /** How far its nodes are with their data, from 0 to 1; empty when it is built. */
    public OptionalDouble progress() {
        return lifecycle.progress(seen);
    }

    void seenAt(Instant now) {
        seen = now;
    }

    /** Says what clients find at its address, if not itself. */
    void deadAddress(Supplier<Optional<DeadAddress>> told) {
        deadAddress = told;
    }

    public List<String> notifications() {
        return List.copyOf(notifications);
    }

    List<String> mutableNotifications() {
        return notifications;
    }

    /** What answers about it are behind the truth. */
    public Lags lags() {
        return lags;
    }

    /** What it has as a Kafka service. */
    public KafkaData kafka() {
        return kafka;
    }

    public ServiceLog log() {
        return log;
    }

    /** Whether a change can reach the server now; if not, it belongs into {@link #atStart}. */
    public boolean isAccepting() {
        return lifecycle.isAccepting();
    }

    /** Keeps a change until the server accepts sessions. */
    public void atStart(ServerChange<?> change) {
        changesAtStart.add(change);
    }

    Optional<ServerChange<?>> nextChangeAtStart() {
        return Optional.ofNullable(changesAtStart.poll());
    }

    /** Keeps others from changing the same thing while a server is asked to. */
    public void claim(String thing) {
        if (!claims.add(thing)) {
            throw Refusal.of(409, "Service " + thing + " is being changed");
        }
    }

    public void release(String thing) {
        claims.remove(thing);
    }

    /** Numbers the starts, so that a late report of an earlier one can be told from the current. */
    int countStart() {
        return ++starts;
    }

    boolean isCurrentStart(int number) {
        return !deleted && starts == number && state() != ServiceState.POWEROFF;
    }

    boolean isDeleted() {
        return deleted;
    }

    void markDeleted() {
        deleted = true;
    }
}
