package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.faults.Aim;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.faults.Strike;
import io.github.aivenjunit.emulator.internal.http.HttpAnswer;
import io.github.aivenjunit.emulator.internal.http.HttpHandler;
import io.github.aivenjunit.emulator.internal.http.HttpRequest;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.power.Engines;
import io.github.aivenjunit.emulator.internal.state.AccessToken;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole API: routes, the check of the token, faults, and the form of the answers. Thread-safe. */
public final class Api implements HttpHandler {

    private static final Logger logger = LoggerFactory.getLogger(Api.class);

    private static final String JSON = "application/json";
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Platform platform;
    private final FaultBoard faults;
    private final Bodies bodies = new Bodies();
    private final Routes routes = new Routes();
    private final TokenCheck tokenCheck;
    private final FaultAnswers faultAnswers = new FaultAnswers(bodies);
    private final Listener listener;
    private final ExchangeTap tap = ExchangeTap.onClasspath();

    /**
     * An API without a server.
     *
     * @param mayCreateProjects whether the token has the right to create projects
     */
    public Api(Platform platform, Engines engines, String token, boolean mayCreateProjects, Listener listener) {
        this.platform = platform;
        this.faults = platform.faults();
        this.tokenCheck = new TokenCheck(platform);
        platform.tokens().admit(token, platform.account().userId(), platform.now());
        this.listener = listener;
        addControlPlane(mayCreateProjects);
        addServers(engines);
    }

    private void addControlPlane(boolean mayCreateProjects) {
        new AccountRoutes(platform).addTo(routes);
        new AccessTokenRoutes(platform).addTo(routes);
        new AlertRoutes(platform).addTo(routes);
        new ApplicationUserRoutes(platform).addTo(routes);
        new BillingGroupRoutes(platform).addTo(routes);
        new CatalogueRoutes(platform, bodies).addTo(routes);
        new ConnectorRoutes(platform).addTo(routes);
        new IntegrationRoutes(platform).addTo(routes);
        new IntegrationEndpointRoutes(platform).addTo(routes);
        new IntegrationTypeRoutes(platform).addTo(routes);
        new KafkaQuotaRoutes(platform).addTo(routes);
        new MemberRoutes(platform).addTo(routes);
        new NetworkRoutes(platform).addTo(routes);
        new OrganizationProjectRoutes(platform, mayCreateProjects).addTo(routes);
        new PermissionRoutes(platform).addTo(routes);
        new ProjectRoutes(platform, mayCreateProjects).addTo(routes);
        new SearchAccessRoutes(platform).addTo(routes);
        new ServiceHistoryRoutes(platform).addTo(routes);
        new ServiceKeyRoutes(platform).addTo(routes);
        new ServiceTaskRoutes(platform).addTo(routes);
        new SessionRoutes(platform).addTo(routes);
        new TagRoutes(platform).addTo(routes);
    }

    private void addServers(Engines engines) {
        Routes servers = routes.with(Support.SERVER);
        new ClickHouseRoutes(platform, bodies).addTo(servers);
        new ClickHouseUserRoutes(platform).addTo(servers);
        new DatabaseRoutes(platform).addTo(servers);
        new ExtensionRoutes(platform).addTo(servers);
        new KafkaAclRoutes(platform).addTo(servers);
        new KafkaMessageRoutes(platform, bodies).addTo(servers);
        new KafkaTopicRoutes(platform).addTo(servers);
        new NativeKafkaAclRoutes(platform).addTo(servers);
        new PoolRoutes(platform).addTo(servers);
        new QueryRoutes(platform, bodies).addTo(servers);
        new SchemaAclRoutes(platform).addTo(servers);
        new SchemaRoutes(platform, bodies).addTo(servers);
        new SearchIndexRoutes(platform, bodies).addTo(servers);
        new ServiceRoutes(platform, engines, bodies).addTo(servers);
        new ServiceUserRoutes(platform).addTo(servers);
    }

    /** Every operation that is served. */
    List<Route> routes() {
        return routes.all();
    }

    /** The ids of all operations. */
    public Set<String> operations() {
        return routes.operations();
    }

    /** Told of every request once its answer is known. */
    @FunctionalInterface
    public interface Listener {

        /**
         * A request is over.
         *
         * @param status 0 when there is no answer
         */
        void answered(String method, String path, int status, Optional<String> operationId);
    }

    @Override
    public HttpAnswer handle(HttpRequest request) throws InterruptedException {
        Routes.Found found = routes.find(request.method(), request.path());
        Optional<String> operation = operation(found);
        Optional<Strike> strike = faults.strike(new Aim(request.method(), request.path(), operation, project(found)));
        HttpAnswer answer = strike.isPresent() ? struck(request, found, strike.get()) : carryOut(request, found);
        int status = answer instanceof HttpAnswer.Response response ? response.status() : 0;
        listener.answered(request.method(), request.path(), status, operation);
        tap.hand(request, answer, strike.filter(Api::replacesTheAnswer).isPresent());
        return answer;
    }

    private static boolean replacesTheAnswer(Strike strike) {
        return !(strike.fault() instanceof Fault.Stall);
    }

    private HttpAnswer struck(HttpRequest request, Routes.Found found, Strike strike) throws InterruptedException {
        if (strike.fault() instanceof Fault.Stall stall) {
            strike.stall(stall.duration());
            return carryOut(request, found);
        }
        if (FaultAnswers.isAfterCommit(strike.fault())) {
            carryOut(request, found);
        }
        return faultAnswers.answer(strike.fault());
    }

    private HttpAnswer carryOut(HttpRequest request, Routes.Found found) {
        Map<String, String> headers = found instanceof Routes.Missing missing
                ? missing.allow().map(methods -> Map.of("Allow", methods)).orElse(Map.of())
                : Map.of();
        try {
            return answer(reply(request, found));
        } catch (Refusal refusal) {
            return answer(new Reply.Json(refusal.status(), ErrorJson.of(refusal), headers));
        } catch (IOException e) {
            logger.warn("{} {} failed in the server behind the service.", request.method(), request.path(), e);
            Refusal refusal = Refusal.of(503, "An error occurred. Please try again later.");
            return answer(new Reply.Json(refusal.status(), ErrorJson.of(refusal), headers));
        } catch (RuntimeException e) {
            logger.error(
                    "{} {} failed inside the emulator. Report this as a bug.", request.method(), request.path(), e);
            Refusal refusal = Refusal.of(500, "internal_server_error", "Internal server error");
            return answer(new Reply.Json(refusal.status(), ErrorJson.of(refusal), headers));
        }
    }

    private Reply reply(HttpRequest request, Routes.Found found) throws IOException {
        if (found instanceof Routes.Missing missing) {
            throw missing.refusal();
        }
        Routes.Hit hit = (Routes.Hit) found;
        Optional<AccessToken> token =
                hit.route().needsToken() ? Optional.of(tokenCheck.check(request)) : Optional.empty();
        Call call = new Call(
                hit.route().operationId(), hit.variables(), Query.parse(request.query()), input(request), token);
        Reply reply = platform.locked(() -> {
            project(found).ifPresent(platform::admit);
            return hit.route().endpoint().handle(call);
        });
        while (reply instanceof Reply.Deferred deferred) {
            reply = deferred.work().run();
        }
        return reply;
    }

    private Input input(HttpRequest request) {
        if (!METHODS_WITH_BODY.contains(request.method())) {
            return new Input(Reply.object());
        }
        if (!request.bodyComplete()) {
            throw Refusal.of(400, "The request body is too large");
        }
        return bodies.read(request.body());
    }

    private HttpAnswer answer(Reply reply) {
        if (reply instanceof Reply.Json json) {
            return new HttpAnswer.Response(json.status(), JSON, bodies.write(json.body()), json.headers());
        }
        if (reply instanceof Reply.Text text) {
            return new HttpAnswer.Response(200, JSON, text.body(), Map.of());
        }
        return new HttpAnswer.Response(204, JSON, "", Map.of());
    }

    private static Optional<String> operation(Routes.Found found) {
        return found instanceof Routes.Hit hit ? Optional.of(hit.route().operationId()) : Optional.empty();
    }

    private static Optional<String> project(Routes.Found found) {
        if (!(found instanceof Routes.Hit hit)) {
            return Optional.empty();
        }
        return Optional.ofNullable(hit.variables().get("project"))
                .or(() -> Optional.ofNullable(hit.variables().get("project_id")));
    }
}
