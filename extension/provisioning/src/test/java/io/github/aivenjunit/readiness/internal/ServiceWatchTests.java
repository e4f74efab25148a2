package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceWatchTests {

    private static final String PROJECT = "watched";

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final AivenClient client = AivenClient.builder()
            .endpoint(emulator.endpoint())
            .token(ApiToken.of(emulator.token()))
            .retry(RetryPolicy.none())
            .build();
    private final ServiceWatch watch = new ServiceWatch(client, PROJECT);

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
        Observer first = watch.observe("first");
        Observer second = watch.observe("second");

        assertThat(first.look()).isInstanceOf(Sight.Seen.class);
        assertThat(second.look()).isInstanceOf(Sight.Seen.class);
        assertThat(listCalls()).isEqualTo(1);
    }

    @Test
    void whoLooksAgainAsksAgain() throws InterruptedException {
        create("first");
        Observer first = watch.observe("first");

        first.look();
        first.look();

        assertThat(listCalls()).isEqualTo(2);
    }

    @Test
    void anAnswerFromBeforeTheServiceWasCreatedDoesNotCount() throws InterruptedException {
        create("first");
        watch.observe("first").look();
        create("later");

        assertThat(watch.observe("later").look())
                .isInstanceOfSatisfying(
                        Sight.Seen.class,
                        seen -> assertThat(seen.service().state()).isEqualTo(ServiceState.RUNNING));
    }

    @Test
    void aServiceThatIsNotThereIsMissing() throws InterruptedException {
        assertThat(watch.observe("nowhere").look()).isInstanceOf(Sight.Missing.class);
    }

    @Test
    void passingTroubleHidesTheService() throws InterruptedException {
        create("first");
        emulator.inject(new Fault.ServerError(Target.operation("ServiceList").once(), 503, Moment.BEFORE_COMMIT));
        Observer first = watch.observe("first");

        assertThat(first.look()).isInstanceOf(Sight.Hidden.class);
        assertThat(first.look()).isInstanceOf(Sight.Seen.class);
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
