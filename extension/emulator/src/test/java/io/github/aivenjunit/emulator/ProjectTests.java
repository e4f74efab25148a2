package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @Test
    void aProjectIsCreatedReadListedAndDeleted() {
        TestEmulator.Answer created = emulator.post(
                "/project",
                "{'project':'orders','cloud':'aws-eu-west-1','tags':{'owner':'me'},'tech_emails':[{'email':'B@X.com'},{'email':'a@x.com'}],'account_id':null}");

        assertThat(created.status()).isEqualTo(200);
        JsonNode project = created.at("/project");
        assertThat(project.path("project_name").asText()).isEqualTo("orders");
        assertThat(project.path("default_cloud").asText()).isEqualTo("aws-eu-west-1");
        assertThat(project.path("tags").toString()).isEqualTo("{\"owner\":\"me\"}");
        assertThat(project.path("tech_emails").toString())
                .isEqualTo("[{\"email\":\"B@x.com\"},{\"email\":\"a@x.com\"}]");
        assertThat(emulator.get("/project/orders").json()).isEqualTo(created.json());
        assertThat(emulator.get("/project").at("/projects/0")).isEqualTo(project);
        assertThat(emulator.get("/project").at("/project_memberships/orders/0").asText())
                .isEqualTo("admin");

        assertThat(emulator.delete("/project/orders").text()).isEqualTo("{\"message\":\"deleted\"}");
        assertThat(emulator.get("/project/orders").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Project does not exist\",\"status\":404,"
                        + "\"error_code\":\"project_does_not_exist\"}],\"message\":\"Project does not exist\"}");
        assertThat(emulator.delete("/project/orders").status()).isEqualTo(404);
        assertThat(emulator.emulator().projects()).isEmpty();
    }

    @Test
    void aTakenNameIsRefused() {
        emulator.project("orders");

        assertThat(emulator.post("/project", "{'project':'orders'}").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Project already exists\",\"status\":409,"
                        + "\"error_code\":\"project_already_exists\"}],\"message\":\"Project already exists\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|'project' is a required property",
                "{'project':null}|None is not of type 'string'",
                "{'project':7}|7 is not of type 'string'",
                "{'project':'1a'}|'1a' does not match '^[a-zA-Z][a-zA-Z0-9_-]*$'",
                "{'project':'a b'}|'a b' does not match '^[a-zA-Z][a-zA-Z0-9_-]*$'",
                "{'project':'ab','tags':[]}|[] is not of type 'object'",
                "{'project':'ab','tags':{'a':1}}|1 is not of type 'string'",
                "{'project':'ab','tags':{'1a':'x'}}|tag key '1a' does not match '^[A-Za-z][A-Za-z0-9_:-]{0,63}$'",
                "{'project':'ab','base_port':9}|9 is less than the minimum of 10000",
                "{'project':'ab','base_port':true}|True is not of type 'integer'",
                "{'project':'ab','tech_emails':[{}]}|'email' is a required property",
                "[]|[] is not of type 'object'",
                "{'project'|the request body is not valid JSON"
            })
    void badInputIsRefusedInTheWordsOfTheApi(String body, String problem) {
        assertThat(emulator.post("/project", body).message()).isEqualTo("400 Invalid input: " + problem);
        assertThat(emulator.emulator().projects()).isEmpty();
    }

    @Test
    void unknownCloudsBillingGroupsAndAccountsAreRefused() {
        assertThat(emulator.post("/project", "{'project':'ab','cloud':'moon-1'}")
                        .message())
                .isEqualTo("400 Invalid cloud 'moon-1'");
        assertThat(emulator.post("/project", "{'project':'ab','billing_group_id':'x'}")
                        .message())
                .isEqualTo("404 Billing group not found");
        assertThat(emulator.post("/project", "{'project':'ab','account_id':'x'}")
                        .message())
                .isEqualTo("404 Account not found");
        assertThat(emulator.post("/project", "{'project':'" + "a".repeat(64) + "'}")
                        .message())
                .isEqualTo("400 Invalid input: '" + "a".repeat(64) + "' is too long");
    }

    @Test
    void withoutABillingGroupAFreshOneIsMadeAndStays() {
        emulator.project("orders");
        emulator.delete("/project/orders");

        assertThat(emulator.get("/billing-group").json().findValuesAsText("billing_group_name"))
                .containsExactly("Default billing group", "Default billing group for orders");
    }

    @Test
    void aProjectIsUpdatedAndRenamed() {
        emulator.project("orders");
        emulator.project("bills");

        JsonNode updated = emulator.put(
                        "/project/orders", "{'project_name':'orders-2','cloud':'do-ams','tags':{'a':'b'}}")
                .at("/project");

        assertThat(updated.path("project_name").asText()).isEqualTo("orders-2");
        assertThat(updated.path("default_cloud").asText()).isEqualTo("do-ams");
        assertThat(updated.path("tags").path("a").asText()).isEqualTo("b");
        assertThat(emulator.get("/project/orders").status()).isEqualTo(404);
        assertThat(emulator.put("/project/orders-2", "{'project_name':'bills'}").message())
                .isEqualTo("409 Project already exists");
        emulator.service("orders-2", "cache", "valkey", "startup-4");
        assertThat(emulator.put("/project/orders-2", "{'project_name':'orders-3'}")
                        .message())
                .isEqualTo("409 Project cannot be renamed while it has services that are powered on");
    }

    @Test
    void tagsAreReplacedMergedAndRemoved() {
        emulator.project("orders");

        assertThat(emulator.put("/project/orders/tags", "{'tags':{'a':'1','b':'2'}}")
                        .text())
                .isEqualTo("{\"message\":\"tags updated\"}");
        emulator.patch("/project/orders/tags", "{'tags':{'a':null,'c':'3'}}");

        assertThat(emulator.get("/project/orders/tags").text()).isEqualTo("{\"tags\":{\"b\":\"2\",\"c\":\"3\"}}");
        assertThat(emulator.get("/project").at("/projects/0/tags").toString()).isEqualTo("{\"b\":\"2\",\"c\":\"3\"}");
        assertThat(emulator.put("/project/orders/tags", "{'tags':{'a':null}}").message())
                .isEqualTo("400 Invalid input: None is not of type 'string'");
        assertThat(emulator.patch("/project/orders/tags", "{}").message())
                .isEqualTo("400 Invalid input: 'tags' is a required property");
        assertThat(emulator.patch("/project/orders/tags", "{'tags':{'d':'" + "x".repeat(65) + "'}}")
                        .status())
                .isEqualTo(400);
        assertThat(emulator.emulator().projects().get(0).tags()).isEqualTo(Map.of("b", "2", "c", "3"));
    }

    @Test
    void everyProjectHasItsOwnCertificateAuthority() throws GeneralSecurityException {
        emulator.project("orders");
        emulator.project("bills");

        String first = emulator.get("/project/orders/kms/ca").at("/certificate").asText();

        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(first.getBytes(StandardCharsets.US_ASCII)));
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(certificate.getBasicConstraints()).isNotNegative();
        assertThat(emulator.get("/project/orders/kms/ca").at("/certificate").asText())
                .isEqualTo(first);
        assertThat(emulator.get("/project/bills/kms/ca").at("/certificate").asText())
                .isNotEqualTo(first);
    }

    @Test
    void eventsTellWhatHappenedTheLatestFirst() {
        emulator.project("orders");
        emulator.service("orders", "cache", "valkey", "startup-4");
        emulator.delete("/project/orders/service/cache");

        JsonNode events = emulator.get("/project/orders/events").at("/events");

        assertThat(events.findValuesAsText("event_type"))
                .containsExactly("service_delete", "service_running", "service_create", "project_create");
        assertThat(events.get(0).path("service_name").asText()).isEqualTo("cache");
        assertThat(events.get(3).path("service_name").isNull()).isTrue();
        assertThat(events.get(3).path("time").asText()).isEqualTo("2026-11-21T10:00:00Z");
    }

    @Test
    void theRetiredUserListIsGone() {
        emulator.project("orders");

        assertThat(emulator.get("/project/orders/users").message()).isEqualTo("410 This API endpoint has been retired");
    }

    @Test
    void ofManyCreationsOfOneNameExactlyOneSucceeds() throws Exception {
        List<Integer> statuses = atTheSameTime(50, () -> emulator.post("/project", "{'project':'orders'}"));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void ofManyServicesOfOneNameExactlyOneIsCreated() throws Exception {
        emulator.project("orders");

        List<Integer> statuses = atTheSameTime(
                50,
                () -> emulator.post(
                        "/project/orders/service",
                        "{'service_name':'events','service_type':'kafka','plan':'business-4'}"));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void somebodyElseCanCreateAProject() {
        emulator.emulator().createProject("theirs", Map.of("a", "b"));

        assertThat(emulator.get("/project/theirs").at("/project/tags/a").asText())
                .isEqualTo("b");
        assertThatThrownBy(() -> emulator.emulator().createProject("theirs", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The project theirs exists already. Choose another name.");
    }

    private static List<Integer> atTheSameTime(int times, Supplier<TestEmulator.Answer> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.get().status();
                }));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }
}
