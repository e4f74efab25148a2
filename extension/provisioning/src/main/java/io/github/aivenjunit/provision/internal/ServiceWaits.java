package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.model.ProjectEvent;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.readiness.internal.BuildTimes;
import io.github.aivenjunit.readiness.internal.Forecast;
import io.github.aivenjunit.readiness.internal.Poller;
import io.github.aivenjunit.readiness.internal.Pollers;
import io.github.aivenjunit.readiness.internal.ReadinessLadder;
import io.github.aivenjunit.readiness.internal.ServiceProbes;
import io.github.aivenjunit.readiness.internal.ServiceWatch;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one waits for the services of one project. Thread-safe. */
final class ServiceWaits {

    private static final int SHOWN_EVENTS = 3;

    private final Home home;
    private final AivenConfig config;
    private final String project;
    private final ServiceWatch watch;
    private final Pollers pollers;

    ServiceWaits(Home home, AivenConfig config, String project) {
        this.home = home;
        this.config = config;
        this.project = project;
        Duration interval = home.pollInterval(config);
        this.watch = new ServiceWatch(home.client(), project, home.pace().pacing(config, interval));
        this.pollers = Pollers.of(interval);
    }

    /** The climb of a service that has just been created. */
    ReadinessLadder build(ServiceSpec spec, String service) {
        return ladder(spec, service, home.pace().forecast(spec, config));
    }

    /** The service of such a climb is usable: the next one can expect as much. */
    void built(ServiceSpec spec, ReadinessLadder ladder) {
        Duration usable = ladder.readiness().total();
        home.pace().built(spec, config, new BuildTimes.Build(ladder.runningAfter(), usable));
    }

    /** A climb that begins now, after some change. */
    ReadinessLadder ladder(ServiceSpec spec, String service) {
        return ladder(spec, service, Forecast.none());
    }

    private ReadinessLadder ladder(ServiceSpec spec, String service, Forecast forecast) {
        return new ReadinessLadder(
                watch,
                pollers,
                home.pace().display(),
                new ReadinessLadder.Climb(
                        service,
                        spec.type(),
                        timeout(spec),
                        forecast,
                        () -> home.failure(project, service),
                        () -> evidence(spec, service)));
    }

    Poller poller() {
        return pollers.requests();
    }

    Duration timeout(ServiceSpec spec) {
        return spec.timeout().or(config::timeout).orElseGet(() -> ServiceProbes.defaultTimeout(spec.type()));
    }

    private String evidence(ServiceSpec spec, String service) {
        return "Recent events: " + recentEvents(service) + ". Look at " + Console.service(project, service)
                + " or give it longer with 'timeout' of service '" + spec.name() + "' or aiven.timeout.";
    }

    private String recentEvents(String service) {
        try {
            List<ProjectEvent> events = home.client().projects().events(project).stream()
                    .filter(event -> event.serviceName().equals(Optional.of(service)))
                    .toList();
            return events.isEmpty()
                    ? "none"
                    : events.stream()
                            .limit(SHOWN_EVENTS)
                            .map(ProjectEvent::eventDesc)
                            .collect(Collectors.joining(", "));
        } catch (AivenApiException e) {
            return "unknown";
        }
    }
}
