package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LostAnswerTests {

    private static final String POST_PROJECT = "POST /v1/project";
    private static final String GET_PROJECT = "GET /v1/project/p1";
    private static final String OURS =
            "{\"project\": {\"project_name\": \"p1\", \"tags\": {\"run\": \"42\", \"x\": \"y\"}}}";
    private static final String OTHER = "{\"project\": {\"project_name\": \"p1\", \"tags\": {\"run\": \"7\"}}}";
    private static final String SERVICE = """
            {"service": {"service_name": "db", "service_type": "pg", "plan": "startup-4",
              "cloud_name": "aws-eu-west-1", "tags": {"run": "42"}}}""";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    /** The ways in which an answer can be lost after the request has had its effect. */
    enum Loss {
        RESET,
        CUT_BODY,
        BAD_GATEWAY,
        REQUEST_TIMEOUT,
        HTML
    }

    private void lose(Loss loss) {
        switch (loss) {
            case RESET -> api.losesTheAnswer();
            case CUT_BODY ->
                api.answers(new MockResponse.Builder().body(OURS).onResponseBody(new SocketEffect.CloseSocket()));
            case BAD_GATEWAY -> api.answers(502, "<html>");
            case REQUEST_TIMEOUT -> api.answers(408, "<html>");
            case HTML -> api.answers(200, "<html>");
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void aProjectThatWasMadeAllTheSameIsReturned(Loss loss) throws InterruptedException {
        lose(loss);
        api.answers(OURS);

        Project project = createProject(api.client());

        assertThat(project.tags()).containsEntry("run", "42");
        assertThat(api.receivedPaths()).containsExactly(POST_PROJECT, GET_PROJECT);
    }

    @Test
    void theSameHoldsInAnOrganization() throws InterruptedException {
        api.losesTheAnswer().answers("{\"project_id\": \"p1\", \"tags\": {\"run\": \"42\"}}");

        api.organizationClient()
                .projects()
                .create(ProjectCreate.builder("p1")
                        .billingGroupId("11111111-1111-4111-8111-111111111111")
                        .tags(Map.of("run", "42"))
                        .build());

        assertThat(api.receivedPaths())
                .containsExactly("POST /v1/organization/org1a2b/projects", "GET /v1/organization/org1a2b/project/p1");
    }

    @Test
    void aProjectThatWasNotMadeIsAskedForAgain() throws InterruptedException {
        api.losesTheAnswer().fails(404, "Project does not exist").answers(OURS);

        createProject(api.client());

        assertThat(api.receivedPaths()).containsExactly(POST_PROJECT, GET_PROJECT, POST_PROJECT);
    }

    @Test
    void aProjectOfAnotherRunIsAConflict() throws InterruptedException {
        api.losesTheAnswer().answers(OTHER);

        assertThatThrownBy(() -> createProject(api.client()))
                .isExactlyInstanceOf(AivenApiException.Conflict.class)
                .hasMessage(
                        "POST /v1/project lost its answer, and what exists under the name is not what was asked for."
                                + " Use another name, or change what exists instead.");
        assertThat(api.receivedPaths()).containsExactly(POST_PROJECT, GET_PROJECT);
    }

    @Test
    void withoutTagsATaggedProjectIsNotOurs() {
        api.losesTheAnswer().answers(OTHER);

        assertThatThrownBy(() -> api.client()
                        .projects()
                        .create(ProjectCreate.builder("p1").build()))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
    }

    @Test
    void aConflictOnTheRepeatedCreateIsReadBackToo() throws InterruptedException {
        api.losesTheAnswer()
                .fails(404, "Project does not exist")
                .fails(409, "Project already exists")
                .answers(OURS);

        createProject(api.client());

        assertThat(api.receivedPaths()).containsExactly(POST_PROJECT, GET_PROJECT, POST_PROJECT, GET_PROJECT);
    }

    @Test
    void aConflictOnTheFirstCreateIsAConflict() throws InterruptedException {
        api.fails(409, "Project already exists");

        assertThatThrownBy(() -> createProject(api.client())).isExactlyInstanceOf(AivenApiException.Conflict.class);
        assertThat(api.receivedPaths()).containsExactly(POST_PROJECT);
    }

    @Test
    void aRefusedConnectionNeedsNoReadingBack() {
        AivenClient client = api.client();
        api.server().close();

        assertThatThrownBy(() -> createProject(client)).isExactlyInstanceOf(AivenApiException.Unreachable.class);
        assertThat(api.time.pausedMillis()).hasSize(5);
    }

    @Test
    void theLastTryIsReadBackBeforeItCountsAsFailed() throws InterruptedException {
        api.losesTheAnswer().answers(OURS);

        createProject(api.client(builder -> builder.retry(RetryPolicy.none())));

        assertThat(api.receivedPaths()).containsExactly(POST_PROJECT, GET_PROJECT);
    }

    @Test
    void aCreateThatNeverArrivesFailsWithItsOwnReason() throws InterruptedException {
        api.fails(500, "boom").fails(404, "Project does not exist");

        assertThatThrownBy(() -> createProject(api.client(builder -> builder.retry(RetryPolicy.none()))))
                .isExactlyInstanceOf(AivenApiException.ServerError.class)
                .hasMessageContaining("POST /v1/project failed with 500: boom.");
        assertThat(api.receivedPaths()).containsExactly(POST_PROJECT, GET_PROJECT);
    }

    @Test
    void aFailedReadingBackIsAttachedToTheReason() {
        api.fails(500, "boom").fails(401, "Invalid token");

        AivenApiException failure = catchThrowableOfType(AivenApiException.class, () -> createProject(api.client()));

        assertThat(failure).isExactlyInstanceOf(AivenApiException.ServerError.class);
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(AivenApiException.Unauthenticated.class);
    }

    @Test
    void aServiceIsRecognisedByTypePlanCloudAndTags() throws InterruptedException {
        api.losesTheAnswer().answers(SERVICE);

        Service service = api.client().services().create("p1", serviceCreate("startup-4", "aws-eu-west-1", "42"));

        assertThat(service.serviceName()).isEqualTo("db");
        assertThat(api.receivedPaths()).containsExactly("POST /v1/project/p1/service", "GET /v1/project/p1/service/db");
    }

    @Test
    void aServiceThatDiffersIsAConflict() {
        AivenClient client = api.client();

        for (ServiceCreate asked : new ServiceCreate[] {
            serviceCreate("startup-8", "aws-eu-west-1", "42"),
            serviceCreate("startup-4", "azure-westeurope", "42"),
            serviceCreate("startup-4", "aws-eu-west-1", "7"),
            ServiceCreate.builder("db", "mysql", "startup-4")
                    .tags(Map.of("run", "42"))
                    .build()
        }) {
            api.losesTheAnswer().answers(SERVICE);
            assertThatThrownBy(() -> client.services().create("p1", asked))
                    .as("%s", asked)
                    .isExactlyInstanceOf(AivenApiException.Conflict.class);
        }
    }

    @Test
    void aNameThatStaysReservedIsAConflictInTheEnd() {
        api.losesTheAnswer();
        for (int i = 0; i < 6; i++) {
            api.fails(404, "Service db does not exist").fails(409, "Service name is already in use in this project");
        }

        assertThatThrownBy(() -> api.client().services().create("p1", serviceCreate("startup-4", "c", "42")))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
        // Six creates, each followed by a look.
        assertThat(api.server().getRequestCount()).isEqualTo(12);
    }

    @Test
    void aUserIsReadBackWithItsPassword() throws InterruptedException {
        api.losesTheAnswer().answers("{\"user\": {\"username\": \"app\", \"password\": \"AVNS_1\"}}");

        ServiceUser user = api.client().serviceUsers().create("p1", "db", ServiceUserCreate.of("app"));

        assertThat(user.password()).contains(Secret.of("AVNS_1"));
        assertThat(api.receivedPaths())
                .containsExactly("POST /v1/project/p1/service/db/user", "GET /v1/project/p1/service/db/user/app");
    }

    @Test
    void aDatabaseIsLookedUpInTheList() throws InterruptedException {
        api.losesTheAnswer().answers("{\"databases\": [{\"database_name\": \"orders\", \"lc_ctype\": \"C\"}]}");

        api.client().databases().create("p1", "db", "orders", "en_US.UTF-8", "C");

        assertThat(api.receivedPaths())
                .containsExactly("POST /v1/project/p1/service/db/db", "GET /v1/project/p1/service/db/db");
    }

    @Test
    void aDatabaseWithAnotherOrderIsAConflict() {
        api.losesTheAnswer().answers("{\"databases\": [{\"database_name\": \"orders\", \"lc_collate\": \"C\"}]}");

        assertThatThrownBy(() -> api.client().databases().create("p1", "db", "orders", "en_US.UTF-8", "C"))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
    }

    @Test
    void aDeleteThatWorkedAllTheSameIsDone() throws InterruptedException {
        api.losesTheAnswer()
                .fails(404, "Project does not exist")
                .fails(500, "boom")
                .fails(403, "Not a project member");
        AivenClient client = api.client();

        client.projects().delete("p1");
        client.projects().delete("p1");

        assertThat(api.receivedPaths())
                .containsExactly("DELETE /v1/project/p1", GET_PROJECT, "DELETE /v1/project/p1", GET_PROJECT);
    }

    @Test
    void aDeleteThatDidNotWorkIsRepeated() throws InterruptedException {
        api.losesTheAnswer().answers(OURS).fails(403, "Not a project member");

        api.client().projects().delete("p1");

        assertThat(api.receivedPaths()).containsExactly("DELETE /v1/project/p1", GET_PROJECT, "DELETE /v1/project/p1");
    }

    @Test
    void aFirstDeleteOfSomebodyElsesProjectIsRefused() {
        api.fails(403, "Not a project member");

        assertThatThrownBy(() -> api.client().projects().delete("p1"))
                .isExactlyInstanceOf(AivenApiException.Forbidden.class);
    }

    @Test
    void aDeleteThatCannotBeConfirmedFails() {
        api.fails(500, "boom").answers(OURS);

        assertThatThrownBy(() -> api.client(builder -> builder.retry(RetryPolicy.none()))
                        .projects()
                        .delete("p1"))
                .isExactlyInstanceOf(AivenApiException.ServerError.class);
    }

    @Test
    void lostDeletesBelowAServiceAreReadBackEachInItsWay() throws InterruptedException {
        api.losesTheAnswer()
                .fails(403, "Not a project member")
                .losesTheAnswer()
                .fails(404, "Service user does not exist")
                .losesTheAnswer()
                .answers("{\"databases\": []}");
        AivenClient client = api.client();

        client.services().delete("p1", "db");
        client.serviceUsers().delete("p1", "db", "app");
        client.databases().delete("p1", "db", "orders");

        assertThat(api.receivedPaths())
                .containsExactly(
                        "DELETE /v1/project/p1/service/db",
                        "GET /v1/project/p1/service/db",
                        "DELETE /v1/project/p1/service/db/user/app",
                        "GET /v1/project/p1/service/db/user/app",
                        "DELETE /v1/project/p1/service/db/db/orders",
                        "GET /v1/project/p1/service/db/db");
    }

    private static Project createProject(AivenClient client) {
        return client.projects()
                .create(ProjectCreate.builder("p1").tags(Map.of("run", "42")).build());
    }

    private static ServiceCreate serviceCreate(String plan, String cloud, String run) {
        return ServiceCreate.builder("db", "pg", plan)
                .cloud(cloud)
                .tags(Map.of("run", run))
                .build();
    }
}
