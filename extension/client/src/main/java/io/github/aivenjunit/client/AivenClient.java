package io.github.aivenjunit.client;

import io.github.aivenjunit.client.internal.HttpTransport;
import io.github.aivenjunit.client.internal.JsonCodec;
import io.github.aivenjunit.client.model.AivenUser;
import io.github.aivenjunit.client.model.ApplicationUser;
import io.github.aivenjunit.client.model.CompatibilityLevel;
import io.github.aivenjunit.client.model.CompatibilityResult;
import io.github.aivenjunit.client.model.ConnectorPlugin;
import io.github.aivenjunit.client.model.KafkaQuota;
import io.github.aivenjunit.client.model.SchemaVersion;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceState;
import io.github.aivenjunit.client.model.TopicState;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * A client of the Aiven API. Thread-safe; many threads should share one.
 *
 * <p>Every call blocks until it has its answer, fails with an {@link AivenApiException}, or the thread is interrupted
 * ({@link AivenApiException.Interrupted}, the flag is set again). Nothing is cached.
 *
 * <p><b>Retries.</b> Failures that can pass are repeated by the {@link RetryPolicy}: 5xx, 408, 429, connections that
 * fail or break. An unknown host is tried three times at most, a certificate that is not trusted once. After a 429 the
 * longer of the server's {@code Retry-After} or {@code X-RateLimit-Reset} and the policy's own wait counts; where the
 * server demands nothing, at least half of the policy's longest wait; where it demands more than five minutes, the call
 * fails at once. For 30 seconds after this client has created a project, a 403 "Not a project member" below it is
 * waited out.
 *
 * <p><b>Limits.</b> With a {@link RequestGovernor} requests wait before they are sent, so that the API refuses none.
 *
 * <p><b>Lost answers.</b> A create or a delete whose answer was lost (5xx, 408, a broken connection, an unreadable body)
 * is read back before anything is repeated; what could not be told from another's is not repeated at all, and its method
 * says so. A delete of what is not there is a success.
 *
 * <p><b>Logging</b> goes to the logger of this class: WARN for a retry, DEBUG for an exchange with its status and
 * milliseconds; never a header or a body.
 */
public final class AivenClient implements AutoCloseable {

    private final URI endpoint;
    private final Optional<String> organization;
    private final CountDownLatch closed;
    private final HttpTransport transport;
    private final ApiCalls calls;
    private final FreshProjects fresh;
    private final ProjectApi projects;
    private final OrganizationApi organizations;

    private AivenClient(Builder builder) {
        this.endpoint = builder.endpoint;
        this.organization = builder.organization;
        this.closed = new CountDownLatch(1);
        // Side by side, because each has hundreds of classes to load.
        CompletableFuture<HttpTransport> connecting = CompletableFuture.supplyAsync(
                () -> new HttpTransport(builder.endpoint, builder.userAgent, builder.callTimeout));
        JsonCodec json = JsonCodec.builder()
                .text(Secret.class, text -> text.isEmpty() ? Optional.empty() : Optional.of(Secret.of(text)))
                .text(ServiceState.class, text -> Optional.of(new ServiceState(text)))
                .text(TopicState.class, text -> Optional.of(new TopicState(text)))
                .text(
                        CompatibilityLevel.class,
                        text -> text.isBlank() ? Optional.empty() : Optional.of(new CompatibilityLevel(text)))
                .name(KafkaQuota.class, "clientId", "client-id")
                .name(SchemaVersion.class, "schemaType", "schemaType")
                .name(CompatibilityResult.class, "compatible", "is_compatible")
                .name(ConnectorPlugin.class, "className", "class")
                .name(ApplicationUser.class, "superAdmin", "is_super_admin")
                .build();
        this.transport = connecting.join();
        Timing timing = builder.timing.apply(Timing.real(closed));
        this.fresh = new FreshProjects(timing.nanos());
        this.calls = new ApiCalls(
                builder.exchange(transport, json, timing),
                new Backoff(builder.retry, timing.chance()),
                fresh,
                timing.pause(),
                () -> closed.getCount() == 0,
                builder.governor);
        this.organizations = new HttpOrganizations(calls);
        this.projects = projects(calls, fresh, organizations, organization);
    }

    private AivenClient(AivenClient other, ApiCalls calls) {
        this.endpoint = other.endpoint;
        this.organization = other.organization;
        this.closed = other.closed;
        this.transport = other.transport;
        this.calls = calls;
        this.fresh = other.fresh;
        this.organizations = new HttpOrganizations(calls);
        this.projects = projects(calls, fresh, organizations, organization);
    }

    private static ProjectApi projects(
            ApiCalls calls, FreshProjects fresh, OrganizationApi organizations, Optional<String> organization) {
        ProjectParts parts = new ProjectParts(calls, fresh);
        ProjectParents parents = new ProjectParents(organizations);
        return organization
                .<ProjectApi>map(id -> new OrganizationProjects(calls, parts, parents, organizations, id))
                .orElseGet(() -> new ClassicProjects(calls, parts, parents));
    }

    /**
     * This client, with reads and changes that go before everybody else's where a {@link RequestGovernor} makes them
     * wait: for what a deletion has to ask. It shares connections with this one, and is closed with it.
     */
    public AivenClient forDeletion() {
        return new AivenClient(this, calls.forDeletion());
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The address of the API, without {@code /v1} and without a slash at its end. */
    public URI endpoint() {
        return endpoint;
    }

    /** The id of the organization whose endpoints serve {@link #projects()}. */
    public Optional<String> organization() {
        return organization;
    }

    /** The user behind the token: the cheapest way to learn whether it is accepted. */
    public AivenUser me() {
        return calls.call(ApiRequest.get(ApiPath.of("/me")), (json, body) -> json.value(body, "user", AivenUser.class));
    }

    public ProjectApi projects() {
        return projects;
    }

    public OrganizationApi organizations() {
        return organizations;
    }

    public CatalogApi catalog() {
        return new HttpCatalog(calls);
    }

    public ServiceApi services() {
        return new HttpServices(calls);
    }

    public ServiceUserApi serviceUsers() {
        return new HttpServiceUsers(calls);
    }

    /** Databases of PostgreSQL and MySQL. */
    public DatabaseApi databases() {
        return new HttpDatabases(calls);
    }

    /** Connection pools and extensions of PostgreSQL. */
    public PostgresApi postgres() {
        return new HttpPostgres(calls, services());
    }

    /** Databases, users and statements of ClickHouse. */
    public ClickHouseApi clickHouse() {
        return new HttpClickHouse(calls);
    }

    public TopicApi topics() {
        return new HttpTopics(calls);
    }

    public KafkaAclApi kafkaAcls() {
        return new HttpKafkaAcls(calls);
    }

    public NativeKafkaAclApi nativeKafkaAcls() {
        return new HttpNativeKafkaAcls(calls);
    }

    public QuotaApi quotas() {
        return new HttpQuotas(calls);
    }

    public SchemaApi schemas() {
        return new HttpSchemas(calls);
    }

    public SchemaAclApi schemaAcls() {
        return new HttpSchemaAcls(calls);
    }

    public ConnectorApi connectors() {
        return new HttpConnectors(calls);
    }

    public IntegrationApi integrations() {
        return new HttpIntegrations(calls);
    }

    public IntegrationEndpointApi integrationEndpoints() {
        return new HttpIntegrationEndpoints(calls);
    }

    /** VPCs and static IP addresses. */
    public NetworkApi network() {
        return new HttpNetwork(calls);
    }

    public AccessTokenApi accessTokens() {
        return new HttpAccessTokens(calls);
    }

    public ApplicationUserApi applicationUsers() {
        return new HttpApplicationUsers(calls);
    }

    /**
     * Ends calls and pauses under way, closes every connection and ends the threads. Idempotent. Calls afterwards fail
     * with an {@link IllegalStateException}.
     */
    @Override
    public void close() {
        closed.countDown();
        transport.close();
    }

    @Override
    public String toString() {
        return "AivenClient[" + endpoint
                + organization.map(id -> ", organization " + id).orElse("") + "]";
    }

    /** Collects the settings of a client. Not thread-safe. */
    public static final class Builder {

        private URI endpoint = URI.create("https://api.aiven.io");
        private Optional<ApiToken> token = Optional.empty();
        private Optional<String> organization = Optional.empty();
        private String userAgent = "aiven-junit";
        private Duration callTimeout = Duration.ofSeconds(60);
        private RetryPolicy retry = RetryPolicy.standard();
        private RequestGovernor governor = RequestGovernor.none();
        private Optional<ExchangeListener> listener = Optional.empty();
        private UnaryOperator<Timing> timing = UnaryOperator.identity();

        private Builder() {}

        /**
         * Default: {@code https://api.aiven.io}.
         *
         * @param endpoint without {@code /v1}
         * @throws IllegalArgumentException when it is no plain address of a server
         */
        public Builder endpoint(URI endpoint) {
            this.endpoint = Endpoint.checked(endpoint);
            return this;
        }

        /** Without a token only the public parts of {@link AivenClient#catalog()} can be read. */
        public Builder token(ApiToken token) {
            this.token = Optional.of(token);
            return this;
        }

        /** Default: none, and projects are served by the classic endpoints. */
        public Builder organization(String organizationId) {
            if (organizationId.isBlank()) {
                throw new IllegalArgumentException("The organization id is blank. Give an id that starts with org.");
            }
            this.organization = Optional.of(organizationId);
            return this;
        }

        /** What the client calls itself to the server. Default: {@code aiven-junit}. */
        public Builder userAgent(String userAgent) {
            if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw new IllegalArgumentException(
                        "The user agent cannot stand in an HTTP header. Use printable ASCII.");
            }
            this.userAgent = userAgent;
            return this;
        }

        /** How long one request may take from its first byte to the last of its answer. Default: 60 seconds. */
        public Builder callTimeout(Duration callTimeout) {
            if (callTimeout.isNegative() || callTimeout.toMillis() == 0) {
                throw new IllegalArgumentException(
                        "The call timeout " + callTimeout + " leaves no time. Use 1 ms or more.");
            }
            this.callTimeout = callTimeout;
            return this;
        }

        /** Default: {@link RetryPolicy#standard()}. */
        public Builder retry(RetryPolicy retry) {
            this.retry = retry;
            return this;
        }

        /** Default: none. Requests go at once, and a 429 is waited out. */
        public Builder governor(RequestGovernor governor) {
            this.governor = governor;
            return this;
        }

        /** Somebody else who learns of every request and of what it shows of services. Default: nobody. */
        public Builder listener(ExchangeListener listener) {
            ExchangeListener before = this.listener.orElse(exchange -> {});
            this.listener = Optional.of(exchange -> {
                before.exchanged(exchange);
                listener.exchanged(exchange);
            });
            return this;
        }

        private ApiExchange exchange(HttpTransport transport, JsonCodec json, Timing times) {
            return listener.<ApiExchange>map(
                            told -> new ToldExchange(transport, json, endpoint, token, times, governor, told))
                    .orElseGet(() -> new ApiExchange(transport, json, endpoint, token, times, governor));
        }

        Builder timing(UnaryOperator<Timing> timing) {
            this.timing = timing;
            return this;
        }

        public AivenClient build() {
            return new AivenClient(this);
        }
    }
}
