package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Backup;
import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.ConnectionPool;
import io.github.aivenjunit.client.model.LogEntry;
import io.github.aivenjunit.client.model.NodeState;
import io.github.aivenjunit.client.model.ProgressUpdate;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceState;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.UserConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceTests {

    static final String SERVICE = """
            {"service_name": "db", "service_type": "pg", "service_type_description": "PostgreSQL", "plan": "startup-4",
             "cloud_name": "aws-eu-west-1", "state": "REBUILDING", "group_list": ["default"],
             "create_time": "2026-11-21T10:00:00Z", "update_time": "2026-11-21T10:00:01.500000+00:00",
             "service_uri": "postgres://avnadmin:AVNS_x@db-p1.a.aivencloud.com:12345/defaultdb?sslmode=require",
             "service_uri_params": {"host": "db-p1.a.aivencloud.com", "port": "12345", "password": "AVNS_x"},
             "connection_info": {"pg": ["postgres://..."], "pg_params": [{"host": "h", "port": "1"}], "off": null},
             "components": [{"component": "pg", "host": "db-p1.a.aivencloud.com", "port": 12345, "route": "dynamic",
               "usage": "primary", "privatelink_connection_id": null},
               {"component": "kafka", "host": "k", "port": 2, "route": "public", "usage": "replica", "ssl": true,
                "path": "/p", "kafka_authentication_method": "sasl", "kafka_ssl_ca": "project_ca"}],
             "users": [{"username": "avnadmin", "type": "primary", "password": "AVNS_x", "access_control": {"a": [1]}}],
             "databases": ["defaultdb"],
             "connection_pools": [{"pool_name": "pool", "database": "defaultdb", "pool_mode": "transaction",
               "pool_size": 10, "username": null, "connection_uri": "postgres://u:p@h:1/pool"}],
             "node_states": [{"name": "db-1", "state": "syncing_data", "role": "master",
               "progress_updates": [{"phase": "stream", "completed": false, "current": 1, "max": null}]}],
             "backups": [{"backup_name": "b1", "backup_time": "2026-11-21T10:00:02Z", "data_size": 5000000000}],
             "tags": {"run": "42"}, "termination_protection": true, "user_config": {"pg_version": "17", "n": null},
             "metadata": {"pg_version": "17.11"}, "node_count": 1, "node_memory_mb": 4096.0, "disk_space_mb": 81920,
             "project_vpc_id": null, "service_integrations": []}""";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void getReadsTheWholeServiceWithItsSecrets() throws InterruptedException {
        api.answers("{\"service\": " + SERVICE + "}");

        Service service = api.client().services().get("p1", "db");

        assertThat(service)
                .isEqualTo(new Service(
                        "db",
                        "pg",
                        "startup-4",
                        "aws-eu-west-1",
                        ServiceState.REBUILDING,
                        Instant.parse("2026-11-21T10:00:00Z"),
                        Instant.parse("2026-11-21T10:00:01.5Z"),
                        Optional.of(Secret.of(
                                "postgres://avnadmin:AVNS_x@db-p1.a.aivencloud.com:12345/defaultdb?sslmode=require")),
                        Map.of("host", "db-p1.a.aivencloud.com", "port", "12345", "password", "AVNS_x"),
                        Map.of("pg", List.of("postgres://..."), "pg_params", List.of(Map.of("host", "h", "port", "1"))),
                        List.of(
                                new Component(
                                        "pg",
                                        "db-p1.a.aivencloud.com",
                                        12345,
                                        "dynamic",
                                        "primary",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new Component(
                                        "kafka",
                                        "k",
                                        2,
                                        "public",
                                        "replica",
                                        Optional.of(true),
                                        Optional.of("/p"),
                                        Optional.of("sasl"),
                                        Optional.of("project_ca"),
                                        Optional.empty())),
                        List.of(new ServiceUser(
                                "avnadmin",
                                "primary",
                                Optional.of(Secret.of("AVNS_x")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of("a", List.of(1)))),
                        List.of("defaultdb"),
                        List.of(new ConnectionPool(
                                "pool",
                                "defaultdb",
                                "transaction",
                                10,
                                Optional.empty(),
                                Optional.of(Secret.of("postgres://u:p@h:1/pool")))),
                        List.of(new NodeState(
                                "db-1",
                                "syncing_data",
                                Optional.of("master"),
                                Optional.empty(),
                                List.of(new ProgressUpdate(
                                        "stream",
                                        false,
                                        Optional.of(1L),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())))),
                        List.of(new Backup(
                                "b1", Instant.parse("2026-11-21T10:00:02Z"), 5_000_000_000L, Optional.empty())),
                        Map.of("run", "42"),
                        true,
                        Map.of("pg_version", "17"),
                        Map.of("pg_version", "17.11"),
                        Optional.of("PostgreSQL"),
                        Optional.of(1),
                        Optional.of(81920L),
                        Optional.of(4096L),
                        Optional.empty()));
        api.received("GET", "/v1/project/p1/service/db?include_secrets=true");
    }

    @Test
    void listAndFindAskForSecretsToo() throws InterruptedException {
        api.answers("{\"services\": [" + SERVICE + "]}")
                .answers("{\"service\": " + SERVICE + "}")
                .fails(404, "Service nix does not exist");
        ServiceApi services = api.client().services();

        assertThat(services.list("p1")).extracting(Service::serviceName).containsExactly("db");
        assertThat(services.find("p1", "db")).isPresent();
        assertThat(services.find("p1", "nix")).isEmpty();
        api.received("GET", "/v1/project/p1/service?include_secrets=true");
        api.received("GET", "/v1/project/p1/service/db?include_secrets=true");
        api.received("GET", "/v1/project/p1/service/nix?include_secrets=true");
    }

    @Test
    void createSaysExplicitlyThatThereIsNoVpc() throws InterruptedException {
        api.answers("{\"service\": " + SERVICE + "}");

        api.client()
                .services()
                .create("p1", ServiceCreate.builder("db", "pg", "startup-4").build());

        api.received("POST", "/v1/project/p1/service", """
                {"service_name": "db", "service_type": "pg", "plan": "startup-4", "user_config": {}, "tags": {},
                 "project_vpc_id": null}""");
    }

    @Test
    void createSendsEverythingAskedFor() throws InterruptedException {
        api.answers("{\"service\": " + SERVICE + "}");

        api.client()
                .services()
                .create(
                        "p1",
                        ServiceCreate.builder("db", "pg", "startup-4")
                                .cloud("aws-eu-west-1")
                                .userConfig(UserConfig.parse("{\"pg_version\": \"17\", \"ip_filter\": null}"))
                                .tags(Map.of("run", "42"))
                                .diskSpaceMb(90_000)
                                .terminationProtection(true)
                                .projectVpcId("33333333-3333-4333-8333-333333333333")
                                .build());

        api.received("POST", "/v1/project/p1/service", """
                {"service_name": "db", "service_type": "pg", "plan": "startup-4", "cloud": "aws-eu-west-1",
                 "user_config": {"pg_version": "17", "ip_filter": null}, "tags": {"run": "42"},
                 "disk_space_mb": 90000, "termination_protection": true, "project_vpc_id": "33333333-3333-4333-8333-333333333333"}""");
    }

    @Test
    void updateSendsOnlyTheChanges() throws InterruptedException {
        String answer = "{\"service\": " + SERVICE + "}";
        api.answers(answer).answers(answer).answers(answer).answers(answer);
        ServiceApi services = api.client().services();

        services.update(
                "p1", "db", ServiceUpdate.builder().terminationProtection(false).build());
        services.update(
                "p1",
                "db",
                ServiceUpdate.builder()
                        .plan("business-4")
                        .cloud("c")
                        .userConfig(UserConfig.empty())
                        .diskSpaceMb(1)
                        .projectVpcId("33333333-3333-4333-8333-333333333333")
                        .build());
        services.powerOff("p1", "db");
        services.powerOn("p1", "db");

        String path = "/v1/project/p1/service/db";
        api.received("PUT", path, "{\"termination_protection\": false}");
        api.received("PUT", path, """
                {"plan": "business-4", "cloud": "c", "user_config": {}, "disk_space_mb": 1,
                 "project_vpc_id": "33333333-3333-4333-8333-333333333333"}""");
        api.received("PUT", path, "{\"powered\": false}");
        api.received("PUT", path, "{\"powered\": true}");
    }

    @Test
    void deleteOfAServiceThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{\"message\": \"deleted\"}").fails(404, "Service db does not exist");
        ServiceApi services = api.client().services();

        services.delete("p1", "db");
        services.delete("p1", "db");

        assertThat(api.receivedPaths())
                .containsExactly("DELETE /v1/project/p1/service/db", "DELETE /v1/project/p1/service/db");
    }

    @Test
    void tagsAreReadReplacedAndUpdated() throws InterruptedException {
        api.answers("{\"tags\": {\"a\": \"1\"}}").answers("{}").answers("{}");
        ServiceApi services = api.client().services();

        assertThat(services.tags("p1", "db")).isEqualTo(Map.of("a", "1"));
        services.replaceTags("p1", "db", Map.of("a", "1"));
        services.updateTags("p1", "db", Map.of("a", Optional.empty()));

        api.received("GET", "/v1/project/p1/service/db/tags");
        api.received("PUT", "/v1/project/p1/service/db/tags", "{\"tags\": {\"a\": \"1\"}}");
        api.received("PATCH", "/v1/project/p1/service/db/tags", "{\"tags\": {\"a\": null}}");
    }

    @Test
    void logsAreTheNewestLines() throws InterruptedException {
        api.answers("""
                        {"first_log_offset": "1", "offset": "2", "logs": [
                          {"msg": "ready", "time": "2026-11-21T10:00:00.123456Z", "unit": "postgresql-17.service"},
                          {"msg": "odd", "time": "yesterday"}]}""").answers("{\"first_log_offset\": null, \"logs\": null, \"offset\": null}");
        ServiceApi services = api.client().services();

        assertThat(services.logs("p1", "db", 50))
                .containsExactly(
                        new LogEntry(
                                "ready",
                                Optional.of(Instant.parse("2026-11-21T10:00:00.123456Z")),
                                Optional.of("postgresql-17.service")),
                        new LogEntry("odd", Optional.empty(), Optional.empty()));
        assertThat(services.logs("p1", "db", 1)).isEmpty();
        api.received("POST", "/v1/project/p1/service/db/logs", "{\"limit\": 50, \"sort_order\": \"desc\"}");
    }

    @Test
    void backupsAreRead() throws InterruptedException {
        api.answers("""
                {"backups": [{"backup_name": "b1", "backup_time": "2026-11-21T10:00:02Z", "data_size": 1,
                  "storage_location": "eu"}], "pitr": {}}""");

        assertThat(api.client().services().backups("p1", "db"))
                .containsExactly(new Backup("b1", Instant.parse("2026-11-21T10:00:02Z"), 1, Optional.of("eu")));
        api.received("GET", "/v1/project/p1/service/db/backups");
    }
}
