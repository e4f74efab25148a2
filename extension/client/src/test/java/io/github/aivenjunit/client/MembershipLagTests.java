package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ServiceCreate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MembershipLagTests {

    private static final String NOT_A_MEMBER = "Not a project member";
    private static final String PROJECT = "{\"project\": {\"project_name\": \"p1\", \"tags\": {\"run\": \"42\"}}}";
    private static final String FLAT_PROJECT = "{\"project_id\": \"p1\", \"tags\": {\"run\": \"42\"}}";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void callsBelowAFreshProjectAreRepeated() throws InterruptedException {
        AivenClient client = api.client();
        create(client, PROJECT);
        api.fails(403, NOT_A_MEMBER)
                .fails(403, NOT_A_MEMBER)
                .answers("{\"service\": {\"service_name\": \"db\"}}")
                .fails(403, NOT_A_MEMBER)
                .answers(PROJECT)
                .fails(403, NOT_A_MEMBER)
                .answers("{}");

        client.services()
                .create("p1", ServiceCreate.builder("db", "pg", "startup-4").build());
        assertThat(client.projects().find("p1")).isPresent();
        client.projects().delete("p1");

        assertThat(api.receivedPaths())
                .containsExactly(
                        "POST /v1/project",
                        "POST /v1/project/p1/service",
                        "POST /v1/project/p1/service",
                        "POST /v1/project/p1/service",
                        "GET /v1/project/p1",
                        "GET /v1/project/p1",
                        "DELETE /v1/project/p1",
                        "DELETE /v1/project/p1");
    }

    @Test
    void theOrganizationsEndpointsLagTheSameWay() {
        AivenClient client = api.organizationClient();
        create(client, FLAT_PROJECT);
        api.fails(403, NOT_A_MEMBER).answers(FLAT_PROJECT);

        assertThat(client.projects().get("p1")).extracting(Project::projectName).isEqualTo("p1");
    }

    @Test
    void theWaitIsBounded() {
        AivenClient client = api.client();
        create(client, PROJECT);
        for (int i = 0; i < 100; i++) {
            api.fails(403, NOT_A_MEMBER);
        }

        assertThatThrownBy(() -> client.projects().get("p1")).isExactlyInstanceOf(AivenApiException.Forbidden.class);
        assertThat(api.time.elapsedSeconds()).isBetween(30L, 34L);
        assertThat(api.time.pausedMillis())
                .startsWith(200L, 400L, 800L, 1600L, 3200L, 3200L)
                .hasSizeLessThan(15);
    }

    @Test
    void otherRefusalsAndOtherProjectsAreNotWaitedFor() {
        AivenClient client = api.client();
        create(client, PROJECT);
        api.fails(403, "Access to plan:X denied").fails(403, NOT_A_MEMBER);

        assertThatThrownBy(() -> client.projects().get("p1")).isExactlyInstanceOf(AivenApiException.Forbidden.class);
        assertThatThrownBy(() -> client.projects().get("p2")).isExactlyInstanceOf(AivenApiException.Forbidden.class);
        assertThat(api.time.pausedMillis()).isEmpty();
    }

    @Test
    void afterHalfAMinuteAProjectIsNoLongerFresh() {
        AivenClient client = api.client();
        create(client, PROJECT);
        api.time.pass(Duration.ofSeconds(31));
        api.fails(403, NOT_A_MEMBER);

        assertThat(client.projects().find("p1")).isEmpty();
        assertThat(api.time.pausedMillis()).isEmpty();
    }

    @Test
    void afterItsDeletionAProjectIsGoneAtOnce() {
        AivenClient client = api.client();
        create(client, PROJECT);
        api.answers("{}").fails(403, NOT_A_MEMBER);

        client.projects().delete("p1");

        assertThat(client.projects().find("p1")).isEmpty();
        assertThat(api.time.pausedMillis()).isEmpty();
    }

    @Test
    void aLostCreateIsSoughtThroughTheLag() throws InterruptedException {
        api.losesTheAnswer().fails(403, NOT_A_MEMBER).fails(403, NOT_A_MEMBER).answers(PROJECT);

        api.client()
                .projects()
                .create(ProjectCreate.builder("p1").tags(Map.of("run", "42")).build());

        assertThat(api.receivedPaths())
                .containsExactly("POST /v1/project", "GET /v1/project/p1", "GET /v1/project/p1", "GET /v1/project/p1");
    }

    @Test
    void aLostCreateOfSomebodyElsesNameEndsAsConflict() throws InterruptedException {
        AtomicInteger creates = new AtomicInteger();
        api.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if ("GET".equals(request.getMethod())) {
                    return ScriptedApi.error(403, NOT_A_MEMBER);
                }
                return creates.getAndIncrement() == 0
                        ? ScriptedApi.error(502, "Bad gateway")
                        : ScriptedApi.error(409, "Project already exists");
            }
        });

        assertThatThrownBy(() -> api.client()
                        .projects()
                        .create(ProjectCreate.builder("p1")
                                .tags(Map.of("run", "42"))
                                .build()))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
        assertThat(creates).hasValue(6);
    }

    private void create(AivenClient client, String answer) {
        api.answers(answer);
        client.projects()
                .create(ProjectCreate.builder("p1")
                        .billingGroupId("11111111-1111-4111-8111-111111111111")
                        .tags(Map.of("run", "42"))
                        .build());
    }
}
