package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ProjectEvent;
import io.github.aivenjunit.client.model.ProjectUpdate;
import io.github.aivenjunit.client.model.TechEmail;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClassicProjectTests {

    private static final String PROJECT = """
            {"project": {"project_name": "p1", "account_id": "a225", "organization_id": "org1", "billing_group_id": "11111111-1111-4111-8111-111111111111",
              "billing_group_name": "dev", "default_cloud": "google-europe-west1", "estimated_balance": "4.11",
              "payment_method": "card", "tags": {"owner": "me"}, "tech_emails": [{"email": "a@example.org"}],
              "country": "Finland", "card_info": null, "trial_expiration_time": null}}""";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void listReadsEveryProject() throws InterruptedException {
        api.answers("""
                {"projects": [{"project_name": "p1"}, {"project_name": "p2", "tags": {"k": "v"}}],
                 "project_membership": {"p1": "admin"}}""");

        List<Project> projects = api.client().projects().list();

        assertThat(projects).extracting(Project::projectName).containsExactly("p1", "p2");
        assertThat(projects.get(1).tags()).containsExactly(Map.entry("k", "v"));
        api.received("GET", "/v1/project");
    }

    @Test
    void getReadsTheWholeProject() throws InterruptedException {
        api.answers(PROJECT);

        assertThat(api.client().projects().get("p1"))
                .isEqualTo(new Project(
                        "p1",
                        Optional.of("a225"),
                        Optional.of("org1"),
                        Optional.empty(),
                        Optional.of("11111111-1111-4111-8111-111111111111"),
                        Optional.of("dev"),
                        Optional.of("google-europe-west1"),
                        Optional.of(new BigDecimal("4.11")),
                        Optional.of("card"),
                        Map.of("owner", "me"),
                        List.of(new TechEmail("a@example.org"))));
        api.received("GET", "/v1/project/p1");
    }

    @Test
    void findIsEmptyForAnUnknownProjectAndForSomebodyElses() throws InterruptedException {
        api.fails(404, "Project does not exist").fails(403, "Not a project member");
        AivenClient client = api.client();

        assertThat(client.projects().find("p1")).isEmpty();
        assertThat(client.projects().find("p1")).isEmpty();
        assertThat(api.receivedLines(2)).containsOnly("GET /v1/project/p1");
    }

    @Test
    void createSendsOnlyWhatIsAskedFor() throws InterruptedException {
        api.answers(PROJECT);

        assertThat(api.client()
                        .projects()
                        .create(ProjectCreate.builder("p1").build())
                        .projectName())
                .isEqualTo("p1");
        api.received("POST", "/v1/project", "{\"project\": \"p1\", \"tags\": {}}");
    }

    @Test
    void createSendsTagsCloudPayerParentAndAddresses() throws InterruptedException {
        api.answers(PROJECT);

        api.client()
                .projects()
                .create(ProjectCreate.builder("p1")
                        .cloud("aws-eu-west-1")
                        .billingGroupId("11111111-1111-4111-8111-111111111111")
                        .parentId("a225")
                        .tags(Map.of("run", "42"))
                        .techEmails(List.of("a@example.org"))
                        .build());

        api.received("POST", "/v1/project", """
                {"project": "p1", "cloud": "aws-eu-west-1", "billing_group_id": "11111111-1111-4111-8111-111111111111", "account_id": "a225",
                 "tags": {"run": "42"}, "tech_emails": [{"email": "a@example.org"}]}""");
    }

    @Test
    void anOrganizationAsParentIsTurnedIntoItsAccount() throws InterruptedException {
        api.answers("{\"organization_id\": \"org9\", \"account_id\": \"a999\"}").answers(PROJECT);

        api.client()
                .projects()
                .create(ProjectCreate.builder("p1").parentId("org9").build());

        api.received("GET", "/v1/organization/org9");
        api.received("POST", "/v1/project", "{\"project\": \"p1\", \"account_id\": \"a999\", \"tags\": {}}");
    }

    @Test
    void updateSendsOnlyTheChanges() throws InterruptedException {
        api.answers(PROJECT).answers(PROJECT);
        AivenClient client = api.client();

        client.projects().update("p1", ProjectUpdate.builder().build());
        client.projects()
                .update(
                        "p1",
                        ProjectUpdate.builder()
                                .projectName("p2")
                                .cloud("c")
                                .billingGroupId("22222222-2222-4222-8222-222222222222")
                                .parentId("a1")
                                .tags(Map.of())
                                .techEmails(List.of())
                                .build());

        api.received("PUT", "/v1/project/p1", "{}");
        api.received("PUT", "/v1/project/p1", """
                {"project_name": "p2", "cloud": "c", "billing_group_id": "22222222-2222-4222-8222-222222222222", "account_id": "a1", "tags": {},
                 "tech_emails": []}""");
    }

    @Test
    void deleteOfAProjectThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}").fails(404, "Project does not exist");
        AivenClient client = api.client();

        client.projects().delete("p1");
        client.projects().delete("p1");

        assertThat(api.receivedPaths()).containsExactly("DELETE /v1/project/p1", "DELETE /v1/project/p1");
    }

    @Test
    void tagsAreReadReplacedAndUpdated() throws InterruptedException {
        api.answers("{\"tags\": {\"a\": \"1\"}}")
                .answers("{\"message\": \"updated\"}")
                .answers("{\"message\": \"updated\"}");
        AivenClient client = api.client();
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        changes.put("a", Optional.of("2"));
        changes.put("b", Optional.empty());

        assertThat(client.projects().tags("p1")).isEqualTo(Map.of("a", "1"));
        client.projects().replaceTags("p1", Map.of("a", "1"));
        client.projects().updateTags("p1", changes);

        api.received("GET", "/v1/project/p1/tags");
        api.received("PUT", "/v1/project/p1/tags", "{\"tags\": {\"a\": \"1\"}}");
        api.received("PATCH", "/v1/project/p1/tags", "{\"tags\": {\"a\": \"2\", \"b\": null}}");
    }

    @Test
    void caCertificateIsThePem() throws InterruptedException {
        api.answers("{\"certificate\": \"-----BEGIN CERTIFICATE-----\\nMII\\n\"}");

        assertThat(api.client().projects().caCertificate("p1")).isEqualTo("-----BEGIN CERTIFICATE-----\nMII\n");
        api.received("GET", "/v1/project/p1/kms/ca");
    }

    @Test
    void eventsOfTheProjectItselfHaveNoService() throws InterruptedException {
        api.answers("""
                {"events": [
                  {"actor": "me", "event_desc": "Created", "event_type": "project_create", "id": "e1",
                   "service_name": null, "time": "2026-11-21T10:00:00Z"},
                  {"actor": "me", "event_desc": "Service", "event_type": "service_create", "id": "e2",
                   "service_name": "db", "time": "2018-06-21T10:01:05.000040+00:00"}]}""");

        assertThat(api.client().projects().events("p1"))
                .containsExactly(
                        new ProjectEvent(
                                "me",
                                "Created",
                                "project_create",
                                "e1",
                                Optional.empty(),
                                Instant.parse("2026-11-21T10:00:00Z")),
                        new ProjectEvent(
                                "me",
                                "Service",
                                "service_create",
                                "e2",
                                Optional.of("db"),
                                Instant.parse("2018-06-21T10:01:05.000040Z")));
        api.received("GET", "/v1/project/p1/events");
    }

    @Test
    void namesAreFullyPercentEncoded() throws InterruptedException {
        api.answers(PROJECT);

        api.client().projects().get("a/b c+d*e~f?g#é");

        assertThat(api.received().getTarget()).isEqualTo("/v1/project/a%2Fb%20c%2Bd%2Ae~f%3Fg%23%C3%A9");
    }
}
