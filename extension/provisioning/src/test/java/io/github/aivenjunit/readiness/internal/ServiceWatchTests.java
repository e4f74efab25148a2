package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.RetryPolicy;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceState;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.readiness.internal.ServiceWatch.Observer;
import io.github.aivenjunit.readiness.internal.ServiceWatch.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceWatchTests {

    private static final String PROJECT = "watched";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final AivenClient client = AivenClient.builder()
            .endpoint(emulator.endpoint())
            .token(ApiToken.of(emulator.token()))
            .retry(RetryPolicy.none())
            .build();
    private final ServiceWatch watch = new ServiceWatch(client, PROJECT, GrowingPacing.eager(Duration.ofMillis(20)));

    @BeforeEach
    void createProject() {
        emulator.createProject(PROJECT, Map.of());
    }

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    @Test
    void whoLooksAfterSomebodyElseTakesThatAnswer() throws InterruptedException {
        create("first");
        create("second");
        Observer first = observe("first");
        Observer second = observe("second");

        assertThat(first.next(PATIENCE)).isInstanceOf(Sight.Seen.class);
        assertThat(second.next(PATIENCE)).isInstanceOf(Sight.Seen.class);
        assertThat(listCalls()).isEqualTo(1);
    }

    @Test
    void whoLooksAgainAsksAgain() throws InterruptedException {
        create("first");
        Observer first = observe("first");

        first.next(PATIENCE);
        first.next(PATIENCE);

        assertThat(listCalls()).isEqualTo(2);
    }

    @Test
    void anAnswerFromBeforeTheServiceWasCreatedDoesNotCount() throws InterruptedException {
        create("first");
        observe("first").next(PATIENCE);
        create("later");

        assertThat(observe("later").next(PATIENCE))
                .isInstanceOfSatisfying(
                        Sight.Seen.class,
                        seen -> assertThat(seen.service().state()).isEqualTo(ServiceState.RUNNING));
    }

    @Test
    void aServiceThatIsNotThereIsMissing() throws InterruptedException {
        assertThat(observe("nowhere").next(PATIENCE)).isInstanceOf(Sight.Missing.class);
    }

    @Test
    void passingTroubleHidesTheService() throws InterruptedException {
        create("first");
        emulator.inject(new Fault.ServerError(Target.operation("ServiceList").once(), 503, Moment.BEFORE_COMMIT));
        Observer first = observe("first");

        assertThat(first.next(PATIENCE)).isInstanceOf(Sight.Hidden.class);
        assertThat(first.next(PATIENCE)).isInstanceOf(Sight.Seen.class);
    }

    @Test
    void aFailureIsAnAnswerForAllWhoWait() throws InterruptedException {
        create("first");
        create("second");
        emulator.inject(new Fault.ServerError(Target.operation("ServiceList"), 503, Moment.BEFORE_COMMIT));
        Observer first = observe("first");
        Observer second = observe("second");

        assertThat(first.next(PATIENCE)).isInstanceOf(Sight.Hidden.class);
        assertThat(second.next(PATIENCE)).isInstanceOf(Sight.Hidden.class);
        assertThat(listCalls()).isEqualTo(1);
    }

    @Test
    void whatWaitingDoesNotChangeIsThrownForAllWhoWait() throws InterruptedException {
        ServiceWatch elsewhere = new ServiceWatch(client, "another", GrowingPacing.eager(Duration.ofMillis(20)));
        Observer first = elsewhere.observe("first", Optional.empty());
        Observer second = elsewhere.observe("second", Optional.empty());

        assertThatThrownBy(() -> first.next(PATIENCE)).isInstanceOf(AivenApiException.class);
        assertThatThrownBy(() -> second.next(PATIENCE)).isInstanceOf(AivenApiException.class);
        assertThat(listCalls()).isEqualTo(1);
    }

    @Test
    void nobodyAsksBeforeALookIsDue() throws InterruptedException {
        create("first");
        ServiceWatch sparse = new ServiceWatch(client, PROJECT, new Hourly());
        Observer observer = sparse.observe("first", Optional.empty());

        assertThat(observer.next(Duration.ofMillis(20))).isInstanceOf(Sight.Pending.class);
        assertThat(listCalls()).isZero();
        assertThat(observer.glance(Duration.ZERO)).isInstanceOf(Sight.Seen.class);
        assertThat(observer.glance(Duration.ofMinutes(1))).isInstanceOf(Sight.Seen.class);
        assertThat(listCalls()).isEqualTo(1);
    }

    @Test
    void oneWhoAsksWakesAllWhoWait() throws Exception {
        int waiters = 8;
        ServiceWatch sparse = new ServiceWatch(client, PROJECT, new Hourly());
        ExecutorService threads = Executors.newFixedThreadPool(waiters);
        try {
            List<Future<Sight>> sights = new ArrayList<>();
            for (int i = 0; i < waiters; i++) {
                String name = "service-" + i;
                create(name);
                Observer observer = sparse.observe(name, Optional.empty());
                sights.add(threads.submit(() -> observer.next(PATIENCE)));
            }
            sparse.observe("service-0", Optional.empty()).glance(Duration.ZERO);

            for (Future<Sight> sight : sights) {
                assertThat(sight.get()).isInstanceOf(Sight.Seen.class);
            }
            assertThat(listCalls()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static final class Hourly implements Pacing {

        @Override
        public Duration next(List<Building> waits) {
            return Duration.ofHours(1);
        }

        @Override
        public Duration recheck() {
            return Duration.ofHours(1);
        }
    }

    private Observer observe(String service) {
        return watch.observe(service, Optional.empty());
    }

    private void create(String service) {
        client.services()
                .create(
                        PROJECT,
                        ServiceCreate.builder(service, "grafana", "startup-1").build());
    }

    private long listCalls() {
        return emulator.requests().stream()
                .filter(request ->
                        request.operationId().filter("ServiceList"::equals).isPresent())
                .count();
    }
}
