package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ProjectUpdate;
import io.github.aivenjunit.client.model.TechEmail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrganizationProjectTests {

    private static final String PROJECT = """
            {"project_id": "p1", "account_id": "a225", "organization_id": "org1a2b", "parent_id": "a225",
             "billing_group_id": "11111111-1111-4111-8111-111111111111", "base_port": 12000, "tags": {"run": "42"}, "features": {"x": true},
             "tech_emails": [{"email": "a@example.org"}], "end_of_life_extension": {}}""";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void listAndGetReadTheFlatProject() throws InterruptedException {
        api.answers("{\"projects\": [" + PROJECT + "], \"total_project_count\": 1}")
                .answers(PROJECT);
        AivenClient client = api.organizationClient();
        Project expected = new Project(
                "p1",
                Optional.of("a225"),
                Optional.of("org1a2b"),
                Optional.of("a225"),
                Optional.of("11111111-1111-4111-8111-111111111111"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("run", "42"),
                List.of(new TechEmail("a@example.org")));

        assertThat(client.organization()).contains("org1a2b");
        assertThat(client.projects().list()).containsExactly(expected);
        assertThat(client.projects().get("p1")).isEqualTo(expected);
        api.received("GET", "/v1/organization/org1a2b/projects");
        api.received("GET", "/v1/organization/org1a2b/project/p1");
    }

    @Test
    void aProjectWithoutItsIdIsNoProject() {
        api.answers("{\"tags\": {}}").answers("{\"projects\": [{\"project_id\": \"p1\"}, {}]}");
        AivenClient client = api.organizationClient();

        assertThatThrownBy(() -> client.projects().get("p1"))
                .isInstanceOf(AivenApiException.MalformedAnswer.class)
                .hasMessageContaining("the object is missing or incomplete");
        assertThatThrownBy(() -> client.projects().list())
                .isInstanceOf(AivenApiException.MalformedAnswer.class)
                .hasMessageContaining("projects[1] is missing or incomplete");
    }

    @Test
    void createSendsPayerParentAndTags() throws InterruptedException {
        api.answers("{\"organization_id\": \"org9\", \"account_id\": \"a999\"}").answers(PROJECT);

        api.organizationClient()
                .projects()
                .create(ProjectCreate.builder("p1")
                        .billingGroupId("11111111-1111-4111-8111-111111111111")
                        .parentId("org9")
                        .cloud("ignored-here")
                        .tags(Map.of("run", "42"))
                        .techEmails(List.of("a@example.org"))
                        .build());

        api.received("GET", "/v1/organization/org9");
        api.received("POST", "/v1/organization/org1a2b/projects", """
                {"project_id": "p1", "billing_group_id": "11111111-1111-4111-8111-111111111111", "parent_id": "a999", "tags": {"run": "42"},
                 "tech_emails": [{"email": "a@example.org"}]}""");
    }

    @Test
    void theOnlyBillingGroupPays() throws InterruptedException {
        api.answers("{\"billing_groups\": [{\"billing_group_id\": \"bg7\", \"billing_group_name\": \"dev\"}]}")
                .answers(PROJECT);

        api.organizationClient().projects().create(ProjectCreate.builder("p1").build());

        api.received("GET", "/v1/organization/org1a2b/billing-groups");
        api.received(
                "POST",
                "/v1/organization/org1a2b/projects",
                "{\"project_id\": \"p1\", \"billing_group_id\": \"bg7\", \"tags\": {}}");
    }

    @Test
    void severalBillingGroupsAreNamedAndNoneIsChosen() {
        api.answers("""
                {"billing_groups": [{"billing_group_id": "11111111-1111-4111-8111-111111111111", "billing_group_name": "dev"},
                                    {"billing_group_id": "22222222-2222-4222-8222-222222222222", "billing_group_name": "prod"}]}""");

        assertThatThrownBy(() -> api.organizationClient()
                        .projects()
                        .create(ProjectCreate.builder("p1").build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The organization org1a2b has 2 billing groups: 11111111-1111-4111-8111-111111111111 (dev), 22222222-2222-4222-8222-222222222222 (prod)."
                                + " Set aiven.billingGroup to the id of one.");
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void noBillingGroupIsAnError() {
        api.answers("{\"billing_groups\": []}");

        assertThatThrownBy(() -> api.organizationClient()
                        .projects()
                        .create(ProjectCreate.builder("p1").build()))
                .hasMessage("The organization org1a2b has no billing group that this token can see."
                        + " Set aiven.billingGroup to the id of one.");
    }

    @Test
    void anOrganizationWithoutVisibleAccountCannotBeAParent() {
        api.answers("{\"organization_id\": \"org9\"}");

        assertThatThrownBy(() -> api.organizationClient()
                        .projects()
                        .create(ProjectCreate.builder("p1").parentId("org9").build()))
                .hasMessage("The organization org9 has no account id that this token can see."
                        + " Give the id of an organizational unit as parent.");
    }

    @Test
    void updateIsAPatch() throws InterruptedException {
        api.answers(PROJECT);

        api.organizationClient()
                .projects()
                .update(
                        "p1",
                        ProjectUpdate.builder().parentId("a1").cloud("ignored").build());

        api.received("PATCH", "/v1/organization/org1a2b/project/p1", "{\"parent_id\": \"a1\"}");
    }

    @Test
    void deleteAcceptsAnAnswerWithoutBody() throws InterruptedException {
        api.answers(new MockResponse.Builder().code(204));

        api.organizationClient().projects().delete("p1");

        api.received("DELETE", "/v1/organization/org1a2b/project/p1");
    }

    @Test
    void findIsEmptyForAnUnknownProject() throws InterruptedException {
        api.answers(
                404, "{\"errors\": [{\"error_code\": \"project_not_found\", \"message\": \"no\", \"status\": 404}]}");

        assertThat(api.organizationClient().projects().find("p1")).isEmpty();
        api.received("GET", "/v1/organization/org1a2b/project/p1");
    }

    @Test
    void whatLiesBelowAProjectHasTheClassicPath() throws InterruptedException {
        api.answers("{\"tags\": {}}")
                .answers("{}")
                .answers("{}")
                .answers("{\"certificate\": \"pem\"}")
                .answers("{\"events\": []}");
        ProjectApi projects = api.organizationClient().projects();

        projects.tags("p1");
        projects.replaceTags("p1", Map.of());
        projects.updateTags("p1", Map.of());
        projects.caCertificate("p1");
        projects.events("p1");

        assertThat(api.receivedLines(5))
                .containsExactly(
                        "GET /v1/project/p1/tags",
                        "PUT /v1/project/p1/tags",
                        "PATCH /v1/project/p1/tags",
                        "GET /v1/project/p1/kms/ca",
                        "GET /v1/project/p1/events");
    }
}
