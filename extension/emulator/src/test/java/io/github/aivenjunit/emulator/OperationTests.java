package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The operations around projects and services that most callers never need. */
class OperationTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    @Test
    void aBillingGroupPaysForTheProjectsThatAreAssignedToIt() {
        emulator.project("bills");
        String group = emulator.post("/billing-group", "{'billing_group_name':'team'}")
                .at("/billing_group/billing_group_id")
                .asText();
        assertThat(emulator.post("/billing-group/" + group + "/project-assign/orders", "")
                        .message())
                .isEqualTo("200 assigned");
        assertThat(emulator.post("/billing-group/" + group + "/projects-assign", "{'projects_names':['bills']}")
                        .message())
                .isEqualTo("200 assigned");
        assertThat(emulator.get("/billing-group/" + group + "/projects")
                        .at("/projects")
                        .findValuesAsText("project_name"))
                .containsExactly("bills", "orders");
        assertThat(emulator.get("/project/orders")
                        .at("/project/billing_group_name")
                        .asText())
                .isEqualTo("team");
        assertThat(emulator.delete("/billing-group/" + group).message())
                .isEqualTo("409 Billing group has projects and cannot be deleted");
        emulator.delete("/project/orders");
        emulator.delete("/project/bills");
        assertThat(emulator.delete("/billing-group/" + group).message()).isEqualTo("200 deleted");
        assertThat(emulator.get("/billing-group/" + group).message()).isEqualTo("404 Billing group not found");
    }

    @Test
    void anAssignmentOfSeveralProjectsIsAllOrNothing() {
        String group = emulator.post("/billing-group", "{'billing_group_name':'team'}")
                .at("/billing_group/billing_group_id")
                .asText();
        assertThat(emulator.post(
                                "/billing-group/" + group + "/projects-assign",
                                "{'projects_names':['orders','nowhere']}")
                        .message())
                .isEqualTo("404 Project does not exist");
        assertThat(emulator.get("/billing-group/" + group + "/projects").at("/projects"))
                .isEmpty();
    }

    @Test
    void theFirstBillingGroupStays() {
        JsonNode groups = emulator.get("/billing-group").at("/billing_groups");
        assertThat(emulator.delete("/billing-group/"
                                + groups.get(0).path("billing_group_id").asText())
                        .message())
                .isEqualTo("403 The primary billing group of an organization cannot be deleted");
    }

    @Test
    void theAccountListsItsProjectsAndBillingGroups() {
        String account = "/account/"
                + emulator.get("/account").at("/accounts/0/account_id").asText();
        assertThat(emulator.get(account + "/projects")
                        .at("/projects/0/project_name")
                        .asText())
                .isEqualTo("orders");
        assertThat(emulator.get(account + "/billing-group").at("/account_billing_groups"))
                .hasSize(2);
        assertThat(emulator.get("/account/a0/projects").message()).isEqualTo("404 Account not found");
    }

    @Test
    void permissionsAreKeptPerResource() {
        String path = "/organization/" + emulator.emulator().organization() + "/permissions/project/orders";
        String user = emulator.get("/me").at("/user/user_id").asText();
        String entry = "{'principal_type':'user','principal_id':'" + user + "','permissions':['%s']}";
        assertThat(emulator.put(path, "{'permissions':[" + entry.formatted("read") + "]}")
                        .status())
                .isEqualTo(204);
        assertThat(emulator.patch(path, "{'operation':'grant','permissions':[" + entry.formatted("developer") + "]}")
                        .status())
                .isEqualTo(204);
        assertThat(emulator.get(path).at("/permissions/0/permissions"))
                .extracting(JsonNode::asText)
                .containsExactly("developer", "read");
        emulator.patch(path, "{'operation':'revoke','permissions':[" + entry.formatted("read") + "]}");
        assertThat(emulator.get(path).at("/permissions/0/permissions"))
                .extracting(JsonNode::asText)
                .containsExactly("developer");
        emulator.put(path, "{'permissions':[]}");
        assertThat(emulator.get(path).at("/permissions")).isEmpty();
        assertThat(emulator.get(path.replace("/project/", "/cloud/")).message())
                .isEqualTo("400 Unsupported resource type");
        assertThat(emulator.put(
                                path,
                                "{'permissions':[" + entry.formatted("read").replace(user, "u1") + "]}")
                        .message())
                .isEqualTo("404 Organization user not found");
    }

    @Test
    void peopleAreInvitedAndNobodyJoins() {
        assertThat(emulator.post("/project/orders/invite", "{'user_email':'a@example.com','member_type':'developer'}")
                        .message())
                .isEqualTo("200 invited");
        assertThat(emulator.post("/project/orders/invite", "{'user_email':'a@example.com'}")
                        .message())
                .isEqualTo("409 User is already invited to the project");
        assertThat(emulator.delete("/project/orders/invite/a%40example.com").message())
                .isEqualTo("200 deleted");
        assertThat(emulator.delete("/project/orders/invite/a%40example.com").message())
                .isEqualTo("404 Invitation not found");
        assertThat(emulator.put("/project/orders/user/a%40example.com", "{'member_type':'admin'}")
                        .message())
                .isEqualTo("403 User does not exist");
        assertThat(emulator.delete("/project/orders/user/emulator%40example.com")
                        .message())
                .isEqualTo("403 The last admin of a project cannot be removed");
    }

    @Test
    void aTokenLogsInAndIsOverAfterLogout() {
        String credentials = "{'email':'emulator@example.com','password':'"
                + emulator.emulator().token() + "'}";
        String session =
                emulator.call("POST", "/userauth", credentials, "").at("/token").asText();
        String authorization = "aivenv1 " + session;
        assertThat(emulator.call("GET", "/me", "", authorization).status()).isEqualTo(200);
        assertThat(emulator.call("POST", "/me/logout", "", authorization).message())
                .isEqualTo("200 logged out");
        assertThat(emulator.call("GET", "/me", "", authorization).message()).isEqualTo("401 Invalid token");
        assertThat(emulator.call("POST", "/userauth", credentials.replace("emulator@", "other@"), "")
                        .message())
                .isEqualTo("403 Authentication failed");
        assertThat(emulator.post("/me/expire_tokens", "").message()).isEqualTo("200 tokens expired");
        assertThat(emulator.get("/me").message()).isEqualTo("401 Invalid token");
    }

    @Test
    void aTaskIsDoneAtOnceAndKept() {
        String service = "/project/orders/service/main";
        emulator.service("orders", "main", "pg", "startup-4");
        emulator.advance(Duration.ofMinutes(1));
        JsonNode task = emulator.post(
                        service + "/task",
                        "{'task_type':'create_user_backup','create_user_backup':{'backup_name':'before'}}")
                .at("/task");
        assertThat(task.path("success").asBoolean()).isTrue();
        assertThat(emulator.get(service + "/task/" + task.path("task_id").asText())
                        .at("/task"))
                .isEqualTo(task);
        assertThat(emulator.get(service + "/backups").at("/backups").findValuesAsText("backup_name"))
                .contains("before");
        assertThat(emulator.post(service + "/task", "{'task_type':'dataset_import'}")
                        .message())
                .isEqualTo("400 Task 'dataset_import' is not supported for service main");
        assertThat(emulator.get(service + "/task/none").message()).isEqualTo("404 Task 'none' does not exist");
        assertThat(emulator.post(service + "/enable-writes", "").at("/until").asText())
                .isEqualTo("2026-11-21T10:16:00Z");
        assertThat(emulator.get(service + "/migration").message()).isEqualTo("404 Service main has no migration");
        assertThat(emulator.patch(service + "/service_type", "{'service_type':'mysql'}")
                        .message())
                .isEqualTo("400 Service type 'pg' cannot be changed to 'mysql'");
        assertThat(emulator.get(service + "/alerts").at("/alerts")).isEmpty();
    }

    @Test
    void openSearchKeepsItsRulesAndItsSecurityAdministrator() {
        String search = "/project/orders/service/search/opensearch";
        emulator.service("orders", "search", "opensearch", "startup-4");
        emulator.get("/project/orders/service/search");
        String rules = "{'opensearch_acl_config':{'enabled':true,'acls':[{'username':'avnadmin','rules':"
                + "[{'index':'logs-*','permission':'read'}]}]}}";
        JsonNode stored = emulator.post(search + "/acl", rules).json();
        assertThat(stored.at("/opensearch_acl_config/acls/0/rules/0/index").asText())
                .isEqualTo("logs-*");
        emulator.put(search + "/acl", "{'opensearch_acl_config':{'enabled':false}}");
        JsonNode changed = emulator.get(search + "/acl").at("/opensearch_acl_config");
        assertThat(changed.path("enabled").asBoolean()).isFalse();
        assertThat(changed.path("acls")).hasSize(1);
        emulator.post(search + "/security/admin", "{'admin_password':'first-password'}");
        assertThat(emulator.put(
                                search + "/security/admin",
                                "{'admin_password':'wrong','new_password':'second-password'}")
                        .message())
                .isEqualTo("403 Invalid OpenSearch Security admin password");
        assertThat(emulator.get(search + "/security")
                        .at("/security_plugin_admin_enabled")
                        .asBoolean())
                .isTrue();
        assertThat(emulator.get("/project/orders/service/search/index").at("/indexes"))
                .isEmpty();
        assertThat(emulator.delete("/project/orders/service/search/index/logs").message())
                .isEqualTo("404 Index 'logs' does not exist");
    }

    @Test
    void typesOfIntegrationsAreThoseThatCanBeOrdered() {
        JsonNode types = emulator.get("/project/orders/integration_types").at("/integration_types");
        assertThat(types.findValuesAsText("integration_type")).contains("kafka_connect", "datadog");
        assertThat(emulator.get("/project/orders/integration_endpoint_types")
                        .at("/endpoint_types")
                        .findValuesAsText("endpoint_type"))
                .contains("datadog");
    }

    @Test
    void keysOfAServiceComeFromItsProject() {
        emulator.service("orders", "stream", "kafka", "business-4");
        String keys = "/project/orders/service/stream/kms";
        assertThat(emulator.get(keys + "/ca/service_ca").json())
                .isEqualTo(emulator.get("/project/orders/kms/ca").json());
        assertThat(emulator.get(keys + "/keypairs/service_key")
                        .at("/certificate")
                        .asText())
                .startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(emulator.get(keys + "/ca/none").message()).isEqualTo("404 CA 'none' does not exist");
        assertThat(emulator.get(keys + "/keypairs/..%2Fkey").message())
                .isEqualTo("404 Key pair '../key' does not exist");
    }

    @Test
    void recordsNeedARealBroker() {
        emulator.service("orders", "stream", "kafka", "business-4");
        emulator.get("/project/orders/service/stream");
        assertThat(emulator.post(
                                "/project/orders/service/stream/kafka/rest/topics/a/produce",
                                "{'format':'json','records':[{'value':1}]}")
                        .message())
                .isEqualTo("400 The emulator cannot keep records: nothing listens behind emulated kafka services. "
                        + "Run against Aiven.");
        assertThat(emulator.post(
                                "/project/orders/service/stream/kafka/rest/topics/a/messages",
                                "{'format':'avro','partitions':{}}")
                        .message())
                .isEqualTo(
                        "400 The emulator writes and reads 'binary' and 'json' only. Use a Kafka client for 'avro'.");
    }
}
