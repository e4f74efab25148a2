package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.IntegrationCreate;
import io.github.aivenjunit.client.model.MaintenanceWindow;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.UserConfig;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceOriginTests {

    private static final String PATH = "/v1/project/p1/service";
    private static final String SERVICE = "{\"service\": {\"service_name\": \"db\"}}";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void aForkIsASettingBesideTheOthers() throws InterruptedException {
        create(pg().userConfig(UserConfig.of(Map.of("pg_version", "17"))).forkOf("main"));
        create(pg().forkOf("main", Instant.parse("2026-11-21T10:00:00Z")));

        received("""
                "user_config": {"pg_version": "17", "service_to_fork_from": "main"}""", "pg");
        received("""
                "user_config": {"service_to_fork_from": "main", "recovery_target_time": "2026-11-21T10:00:00Z"}""", "pg");
    }

    @Test
    void aReadReplicaIsASettingOrAnIntegration() throws InterruptedException {
        create(pg().readReplicaOf("main"));
        create(ServiceCreate.builder("db", "mysql", "startup-4")
                .serviceIntegrations(List.of(
                        IntegrationCreate.builder("metrics").destService("m3").build()))
                .readReplicaOf("main"));

        received("""
                "user_config": {"service_to_fork_from": "main", "pg_read_replica": true}""", "pg");
        received("""
                "user_config": {}, "service_integrations": [{"integration_type": "metrics", "dest_service": "m3"},
                  {"integration_type": "read_replica", "source_service": "main"}]""", "mysql");
    }

    @Test
    void theLastOriginCounts() throws InterruptedException {
        create(ServiceCreate.builder("db", "mysql", "startup-4")
                .readReplicaOf("main")
                .forkOf("other"));
        create(pg().forkOf("other", Instant.EPOCH).readReplicaOf("main"));

        received("""
                "user_config": {"service_to_fork_from": "other"}""", "mysql");
        received("""
                "user_config": {"service_to_fork_from": "main", "pg_read_replica": true}""", "pg");
    }

    @Test
    void maintenanceAndMailGoIntoTheCreate() throws InterruptedException {
        create(pg().maintenance(new MaintenanceWindow(DayOfWeek.SUNDAY, LocalTime.of(3, 5)))
                .techEmails(List.of("a@x")));

        received("""
                "user_config": {}, "maintenance": {"dow": "sunday", "time": "03:05:00"},
                "tech_emails": [{"email": "a@x"}]""", "pg");
    }

    @Test
    void updateSendsTheRest() throws InterruptedException {
        api.answers(SERVICE).answers("{}");
        ServiceApi services = api.client().services();

        services.update(
                "p1",
                "db",
                ServiceUpdate.builder()
                        .powered(false)
                        .maintenance(new MaintenanceWindow(DayOfWeek.MONDAY, LocalTime.of(23, 0, 7)))
                        .techEmails(List.of())
                        .karapace(true)
                        .schemaRegistryAuthz(false)
                        .cmkId("cmk1")
                        .disasterRecoveryRole("active")
                        .allowUncleanPoweroff()
                        .build());
        services.startMaintenance("p1", "db");

        api.received("PUT", PATH + "/db?allow_unclean_poweroff=true", """
                {"powered": false, "maintenance": {"dow": "monday", "time": "23:00:07"}, "tech_emails": [],
                 "karapace": true, "schema_registry_authz": false, "cmk_id": "cmk1",
                 "disaster_recovery_role": "active"}""");
        api.received("PUT", PATH + "/db/maintenance/start");
    }

    private static ServiceCreate.Builder pg() {
        return ServiceCreate.builder("db", "pg", "startup-4");
    }

    private void create(ServiceCreate.Builder request) {
        api.answers(SERVICE);
        api.client().services().create("p1", request.build());
    }

    private void received(String fields, String type) throws InterruptedException {
        api.received("POST", PATH, """
                {"service_name": "db", "service_type": "%s", "plan": "startup-4", "tags": {}, "project_vpc_id": null,
                 %s}""".formatted(type, fields));
    }
}
