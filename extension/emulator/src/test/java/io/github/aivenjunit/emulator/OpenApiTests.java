package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        checkClickHouse(contract);
        checkIntegrations(contract);
        checkNetwork(contract);
        checkTokens(contract);
        checkPoolsExtensionsAndCopies(contract);
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
        check(contract, "POST", path + "/metrics", "{}");
        check(contract, "PUT", path + "/maintenance/start", "{}");
        check(contract, "GET", path + "/integration");
        emulator.advance(Duration.ofMinutes(10));
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

    private void checkClickHouse(OpenApiContract contract) {
        String clickHouse = "/project/orders/service/clickhouse/clickhouse";
        check(contract, "POST", clickHouse + "/db", "{'database':'app'}");
        check(contract, "GET", clickHouse + "/db");
        check(contract, "DELETE", clickHouse + "/db/app");
        check(contract, "POST", clickHouse + "/user", "{'name':'app'}");
        check(contract, "GET", clickHouse + "/user");
        String user = clickHouse + "/user/"
                + emulator.get(clickHouse + "/user").at("/users/1/uuid").asText();
        check(contract, "PUT", user + "/password", "{'password':null}");
        check(contract, "DELETE", user);
    }

    private void checkIntegrations(OpenApiContract contract) {
        String endpoints = "/project/orders/integration_endpoint";
        check(
                contract,
                "POST",
                endpoints,
                "{'endpoint_name':'dog','endpoint_type':'datadog','user_config':{'datadog_api_key':'k'}}");
        check(contract, "GET", endpoints);
        String endpointId = emulator.get(endpoints)
                .at("/service_integration_endpoints/0/endpoint_id")
                .asText();
        check(contract, "GET", endpoints + "/" + endpointId);
        check(contract, "PUT", endpoints + "/" + endpointId, "{'user_config':{}}");
        String integrations = "/project/orders/integration";
        check(
                contract,
                "POST",
                integrations,
                "{'integration_type':'kafka_connect','source_service':'kafka','dest_service':'kafka-connect'}");
        check(
                contract,
                "POST",
                integrations,
                "{'integration_type':'datadog','source_service':'pg','dest_endpoint_id':'" + endpointId + "'}");
        for (String service : new String[] {"kafka", "pg"}) {
            String list = "/project/orders/service/" + service + "/integration";
            check(contract, "GET", list);
            check(contract, "GET", "/project/orders/service/" + service);
            String integration = integrations + "/"
                    + emulator.get(list)
                            .at("/service_integrations/0/service_integration_id")
                            .asText();
            check(contract, "GET", integration);
            check(contract, "PUT", integration, "{'user_config':{}}");
            check(contract, "DELETE", integration);
        }
        check(contract, "DELETE", endpoints + "/" + endpointId);
    }

    private void checkNetwork(OpenApiContract contract) {
        String vpcs = "/project/orders/vpcs";
        check(contract, "POST", vpcs, "{'cloud_name':'do-ams','network_cidr':'10.0.0.0/24','peering_connections':[]}");
        String addresses = "/project/orders/static-ips";
        check(contract, "POST", addresses, "{'cloud_name':'do-ams'}");
        emulator.advance(Duration.ofMinutes(10));
        check(contract, "GET", vpcs);
        check(contract, "GET", addresses);
        String vpc =
                vpcs + "/" + emulator.get(vpcs).at("/vpcs/0/project_vpc_id").asText();
        check(contract, "GET", vpc);
        check(
                contract,
                "POST",
                "/project/orders/service",
                "{'service_name':'private','service_type':'valkey','plan':'startup-4','cloud':'do-ams'}");
        check(contract, "DELETE", "/project/orders/service/private");
        check(contract, "DELETE", vpc);
        check(
                contract,
                "DELETE",
                addresses + "/"
                        + emulator.get(addresses)
                                .at("/static_ips/0/static_ip_address_id")
                                .asText());
        emulator.advance(Duration.ofMinutes(10));
    }

    private void checkTokens(OpenApiContract contract) {
        check(contract, "POST", "/access_token", "{'description':'ci'}");
        check(contract, "GET", "/access_token");
        String token = "/access_token/" + encodedPrefix("/access_token", 1);
        check(contract, "PUT", token, "{'description':'laptop'}");
        check(contract, "DELETE", token);
        String users = "/organization/" + emulator.emulator().organization() + "/application-users";
        check(contract, "POST", users, "{'name':'ci'}");
        check(contract, "GET", users);
        String user = users + "/"
                + emulator.get(users).at("/application_users/0/user_id").asText();
        check(contract, "GET", user);
        check(contract, "PATCH", user, "{'name':'nightly'}");
        check(contract, "POST", user + "/access-tokens", "{'description':'ci'}");
        check(contract, "GET", user + "/access-tokens");
        check(contract, "DELETE", user + "/access-tokens/" + encodedPrefix(user + "/access-tokens", 0));
        check(contract, "DELETE", user);
    }

    private String encodedPrefix(String tokens, int index) {
        return URLEncoder.encode(
                emulator.get(tokens).at("/tokens/" + index + "/token_prefix").asText(), StandardCharsets.UTF_8);
    }

    private void checkPoolsExtensionsAndCopies(OpenApiContract contract) {
        String services = "/project/orders/service";
        check(
                contract,
                "POST",
                services,
                "{'service_name':'source','service_type':'pg','plan':'startup-4','cloud':'google-europe-west1'}");
        emulator.advance(Duration.ofMinutes(11));
        String pools = services + "/source/connection_pool";
        check(contract, "POST", pools, "{'pool_name':'main','database':'defaultdb'}");
        check(contract, "PUT", pools + "/main", "{'pool_size':20,'username':'avnadmin'}");
        check(contract, "GET", services + "/source");
        check(contract, "DELETE", pools + "/main");
        check(contract, "GET", services + "/source/pg/available-extensions");
        check(
                contract,
                "POST",
                services,
                "{'service_name':'replica','service_type':'pg','plan':'startup-4',"
                        + "'user_config':{'pg_read_replica':true,'service_to_fork_from':'source'}}");
        check(contract, "GET", services + "/replica");
        check(contract, "GET", services + "/source");
    }

    private void check(OpenApiContract contract, String method, String path) {
        check(contract, method, path, "");
    }

    private void check(OpenApiContract contract, String method, String path, String body) {
        problems.addAll(contract.problems(method, path, emulator.call(method, path, body)));
    }
}
