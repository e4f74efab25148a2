package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every route against the API's own OpenAPI document. */
class OpenApiTests {

    @RegisterExtension
    final TestEmulator emulator =
            new TestEmulator(builder -> builder.buildTimes(BuildTimes.fixed(Duration.ofMinutes(10))));

    private final List<String> problems = new ArrayList<>();

    @Test
    void everyAnswerHasTheDocumentedShape() throws Exception {
        Path document = Path.of(System.getProperty("aiven.openapi", "aiven-openapi.json"));
        assumeThat(document)
                .as("the system property aiven.openapi names the OpenAPI document, which is not part of this project")
                .exists();
        OpenApiContract contract = new OpenApiContract(document);

        check(contract, "POST", "/project", "{'project':'orders','tags':{'a':'b'}}");
        check(contract, "GET", "/project");
        check(contract, "GET", "/project/orders");
        check(contract, "PUT", "/project/orders", "{'tech_emails':[{'email':'a@example.com'}]}");
        check(contract, "PUT", "/project/orders/tags", "{'tags':{'a':'c'}}");
        check(contract, "PATCH", "/project/orders/tags", "{'tags':{'a':null}}");
        check(contract, "GET", "/project/orders/tags");
        check(contract, "GET", "/project/orders/kms/ca");
        for (String path : new String[] {
            "/me", "/organizations", "/account", "/clouds", "/service_types", "/service_versions", "/billing-group"
        }) {
            check(contract, "GET", path);
        }
        checkOrganization(contract);
        checkCatalogue(contract);
        JsonNode types = emulator.get("/service_types").at("/service_types");
        for (var type : types.properties()) {
            checkService(
                    contract,
                    type.getKey(),
                    type.getValue().at("/service_plans/0/service_plan").asText());
        }
        checkUsersAndDatabases(contract);
        check(contract, "GET", "/project/orders/events");
        for (EmulatedService service : emulator.emulator().services()) {
            check(contract, "DELETE", "/project/orders/service/" + service.name());
        }
        check(contract, "DELETE", "/project/orders");
        assertThat(problems).isEmpty();
    }

    private void checkOrganization(OpenApiContract contract) {
        String organization = "/organization/" + emulator.emulator().organization();
        String group = emulator.get("/billing-group")
                .at("/billing_groups/0/billing_group_id")
                .asText();
        check(contract, "GET", organization);
        check(contract, "GET", organization + "/billing-groups");
        check(contract, "GET", organization + "/billing-group");
        check(contract, "GET", organization + "/billing-group/" + group);
        check(contract, "GET", "/billing-group/" + group);
        check(
                contract,
                "GET",
                "/account/" + emulator.get(organization).at("/account_id").asText());
        for (String spelling : new String[] {"/project/", "/projects/"}) {
            check(
                    contract,
                    "POST",
                    organization + "/projects",
                    "{'project_id':'bills','billing_group_id':'" + group + "','tags':{}}");
            check(contract, "GET", organization + "/projects");
            check(contract, "GET", organization + spelling + "bills");
            check(contract, "PATCH", organization + spelling + "bills", "{'tags':{'a':'b'}}");
            check(contract, "DELETE", organization + spelling + "bills");
        }
    }

    private void checkCatalogue(OpenApiContract contract) {
        check(contract, "GET", "/project/orders/clouds");
        check(contract, "GET", "/project/orders/service_types");
        check(contract, "GET", "/project/orders/service-types");
        check(contract, "GET", "/project/orders/service-types/pg");
        check(contract, "GET", "/project/orders/service-types/pg/plans");
        check(contract, "GET", "/project/orders/service-types/pg/plans/startup-4");
        check(contract, "GET", "/project/orders/pricing/service-types/pg/plans/startup-4/clouds/do-ams");
    }

    private void checkService(OpenApiContract contract, String type, String plan) {
        String name = type.replace('_', '-');
        String path = "/project/orders/service/" + name;
        String cloud = plan.startsWith("free") ? "do-ams" : "google-europe-west1";
        check(
                contract,
                "POST",
                "/project/orders/service",
                "{'service_name':'" + name + "','service_type':'" + type + "','plan':'" + plan + "','cloud':'" + cloud
                        + "'}");
        emulator.advance(Duration.ofMinutes(5));
        check(contract, "GET", path);
        check(contract, "PUT", path, "{'powered':false}");
        check(contract, "PUT", path, "{'powered':true}");
        emulator.advance(Duration.ofMinutes(10));
        check(contract, "GET", path);
        check(contract, "GET", "/project/orders/service");
        check(contract, "GET", path + "/tags");
        check(contract, "PUT", path + "/tags", "{'tags':{'a':'c'}}");
        check(contract, "PATCH", path + "/tags", "{'tags':{'a':null}}");
        check(contract, "POST", path + "/logs", "{}");
        check(contract, "GET", path + "/backups");
    }

    private void checkUsersAndDatabases(OpenApiContract contract) {
        for (String name : new String[] {"pg", "mysql", "kafka", "valkey"}) {
            String users = "/project/orders/service/" + name + "/user";
            check(contract, "POST", users, "{'username':'app'}");
            check(contract, "GET", users + "/app");
            check(contract, "PUT", users + "/app", "{'operation':'reset-credentials'}");
            check(contract, "PUT", users + "/app/credentials/reset", "{}");
            check(contract, "DELETE", users + "/app");
        }
        String databases = "/project/orders/service/pg/db";
        check(contract, "POST", databases, "{'database':'app'}");
        check(contract, "GET", databases);
        check(contract, "DELETE", databases + "/app");
    }

    private void check(OpenApiContract contract, String method, String path) {
        check(contract, method, path, "");
    }

    private void check(OpenApiContract contract, String method, String path, String body) {
        problems.addAll(contract.problems(method, path, emulator.call(method, path, body)));
    }
}
