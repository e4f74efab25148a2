package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceLifeTests {

    private static final String SERVICE = "/project/orders/service/main";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder ->
            builder.buildTimes(BuildTimes.fixed(Duration.ofMinutes(10)).with("kafka", Duration.ofMinutes(20))));

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    private String life() {
        JsonNode service = emulator.get(SERVICE).at("/service");
        StringBuilder life = new StringBuilder(service.path("state").asText());
        service.path("node_states")
                .forEach(node -> life.append(' ')
                        .append(node.path("name").asText())
                        .append('=')
                        .append(node.path("state").asText())
                        .append(node.path("role").asText().isEmpty() ? "" : "/")
                        .append(node.path("role").asText()));
        return life + " backups=" + service.path("backups").size();
    }

    @Test
    void aServiceOfTwoNodesIsRebuiltRebalancedBackedUpAndRuns() {
        JsonNode created = emulator.service("orders", "main", "pg", "business-4");

        assertThat(created.path("state").asText()).isEqualTo("REBUILDING");
        assertThat(created.path("node_states")).isEmpty();
        assertThat(created.path("service_uri").asText()).startsWith("postgres://avnadmin:AVNS_");
        assertThat(life()).isEqualTo("REBUILDING backups=0");
        emulator.advance(Duration.ofMinutes(1));
        assertThat(life()).isEqualTo("REBUILDING main-1=setting_up_vm/standby backups=0");
        emulator.advance(Duration.ofMinutes(4));
        assertThat(life()).isEqualTo("REBALANCING main-1=running/master main-2=syncing_data/standby backups=0");
        emulator.advance(Duration.ofMinutes(3));
        assertThat(life()).isEqualTo("REBALANCING main-1=running/master main-2=syncing_data/standby backups=1");
        emulator.advance(Duration.ofMinutes(2).minusSeconds(1));
        assertThat(life()).startsWith("REBALANCING");
        emulator.advance(Duration.ofSeconds(1));
        assertThat(life()).isEqualTo("RUNNING main-1=running/master main-2=running/standby backups=1");
    }

    @Test
    void aServiceOfOneNodeSkipsRebalancing() {
        emulator.service("orders", "main", "valkey", "startup-4");

        emulator.advance(Duration.ofMinutes(5));
        assertThat(life()).isEqualTo("REBUILDING main-1=syncing_data/master backups=0");
        emulator.advance(Duration.ofMinutes(5));
        assertThat(life()).isEqualTo("RUNNING main-1=running/master backups=0");
    }

    @Test
    void nodesOfKafkaHaveNoRolesAndItsTypeHasItsOwnTime() {
        emulator.service("orders", "main", "kafka", "business-4");

        emulator.advance(Duration.ofMinutes(19));
        assertThat(life()).isEqualTo("REBALANCING main-1=running main-2=syncing_data main-3=syncing_data backups=0");
        emulator.advance(Duration.ofMinutes(1));
        assertThat(life()).isEqualTo("RUNNING main-1=running main-2=running main-3=running backups=0");
    }

    @Test
    void whatFellDueUnseenHappenedAtItsOwnTime() {
        emulator.service("orders", "main", "pg", "startup-4");

        emulator.advance(Duration.ofHours(2));

        JsonNode service = emulator.read("orders", "main");
        assertThat(service.path("state").asText()).isEqualTo("RUNNING");
        assertThat(service.path("create_time").asText()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(service.path("update_time").asText()).isEqualTo("2026-11-21T10:10:00Z");
        assertThat(service.at("/backups/0/backup_time").asText()).isEqualTo("2026-11-21T10:08:00.000000+00:00");
        assertThat(emulator.get("/project/orders/events").at("/events/0/time").asText())
                .isEqualTo("2026-11-21T10:10:00Z");
        assertThat(emulator.get(SERVICE + "/backups").at("/backups")).isEqualTo(service.path("backups"));
    }

    @Test
    void aChangeOfPlanRebuildsWithNewNodes() {
        emulator.service("orders", "main", "pg", "startup-4");
        emulator.advance(Duration.ofMinutes(10));

        JsonNode changed = emulator.put(SERVICE, "{'plan':'business-8','disk_space_mb':200000}")
                .at("/service");

        assertThat(changed.path("state").asText()).isEqualTo("REBUILDING");
        assertThat(changed.path("plan").asText()).isEqualTo("business-8");
        assertThat(changed.path("disk_space_mb").asInt()).isEqualTo(200_000);
        assertThat(changed.path("update_time").asText()).isEqualTo("2026-11-21T10:10:00Z");
        emulator.advance(Duration.ofMinutes(10));
        assertThat(life()).isEqualTo("RUNNING main-2=running/master main-3=running/standby backups=1");
        assertThat(emulator.put(SERVICE, "{'plan':'business-8'}")
                        .at("/service/state")
                        .asText())
                .isEqualTo("RUNNING");
    }

    @Test
    void powerGoesOffAtOnceAndComesBackThroughRebuilding() {
        emulator.service("orders", "main", "pg", "startup-4");
        emulator.advance(Duration.ofMinutes(10));
        String uri = emulator.read("orders", "main").path("service_uri").asText();

        assertThat(emulator.put(SERVICE, "{'powered':false,'user_config':{}}")
                        .at("/service/state")
                        .asText())
                .isEqualTo("POWEROFF");
        emulator.advance(Duration.ofHours(1));
        assertThat(life()).isEqualTo("POWEROFF backups=1");
        assertThat(emulator.put(SERVICE, "{'powered':true}")
                        .at("/service/state")
                        .asText())
                .isEqualTo("REBUILDING");
        emulator.advance(Duration.ofMinutes(10));
        assertThat(life()).isEqualTo("RUNNING main-2=running/master backups=1");
        assertThat(emulator.read("orders", "main").path("service_uri").asText()).isEqualTo(uri);
        assertThat(emulator.get("/project/orders/events").json().findValuesAsText("event_type"))
                .containsExactly(
                        "service_running",
                        "service_poweron",
                        "service_poweroff",
                        "service_running",
                        "service_create",
                        "project_create");
    }

    @Test
    void aProtectedServiceIsNeitherDeletedNorPoweredOff() {
        emulator.service(
                "orders",
                "{'service_name':'main','service_type':'valkey','plan':'startup-4','termination_protection':true}");

        String refusal = "{\"errors\":[{\"message\":\"Service is protected against termination and shutdown. "
                + "Remove termination protection first.\",\"status\":403}],\"message\":\"Service is protected against "
                + "termination and shutdown. Remove termination protection first.\"}";
        assertThat(emulator.delete(SERVICE).text()).isEqualTo(refusal);
        assertThat(emulator.put(SERVICE, "{'powered':false}").text()).isEqualTo(refusal);
        emulator.put(SERVICE, "{'termination_protection':false}");
        assertThat(emulator.delete(SERVICE).text()).isEqualTo("{\"message\":\"deleted\"}");
    }

    @Test
    void aServiceIsDeletedWhileItBuildsAndThenUnknown() {
        emulator.service("orders", "main", "pg", "startup-4");

        assertThat(emulator.delete("/project/orders").message())
                .isEqualTo("409 Project has services and cannot be deleted");
        assertThat(emulator.delete(SERVICE).status()).isEqualTo(200);
        assertThat(emulator.delete(SERVICE).text())
                .isEqualTo("{\"errors\":[{\"message\":\"Service main does not exist\",\"status\":404,"
                        + "\"error_code\":\"service_does_not_exist\"}],\"message\":\"Service main does not exist\"}");
        assertThat(emulator.get("/project/orders/service").text()).isEqualTo("{\"services\":[]}");
        assertThat(emulator.delete("/project/orders").status()).isEqualTo(200);
    }

    @Test
    void aNameIsFreeAgainAfterDeletion() {
        emulator.service("orders", "main", "pg", "startup-4");
        assertThat(emulator.post(
                                "/project/orders/service",
                                "{'service_name':'main','service_type':'valkey','plan':'startup-4'}")
                        .message())
                .isEqualTo("409 Service name is already in use in this project");
        emulator.delete(SERVICE);

        emulator.service("orders", "main", "valkey", "startup-4");
    }

    @Test
    void tagsOfServicesAreTheirOwn() {
        emulator.service(
                "orders", "{'service_name':'main','service_type':'valkey','plan':'startup-4','tags':{'a':'1'}}");
        emulator.patch(SERVICE + "/tags", "{'tags':{'b':'2'}}");

        assertThat(emulator.get(SERVICE + "/tags").text()).isEqualTo("{\"tags\":{\"a\":\"1\",\"b\":\"2\"}}");
        assertThat(emulator.read("orders", "main").path("tags").toString()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
        emulator.put(SERVICE + "/tags", "{'tags':{}}");
        assertThat(emulator.emulator().services().get(0).tags()).isEmpty();
        assertThat(emulator.get("/project/orders/tags").text()).isEqualTo("{\"tags\":{}}");
    }

    @Test
    void logsArePagedInBothDirections() {
        emulator.service("orders", "main", "pg", "startup-4");
        assertThat(emulator.post(SERVICE + "/logs", "{}").text())
                .isEqualTo("{\"logs\":[],\"first_log_offset\":null,\"offset\":null}");
        emulator.advance(Duration.ofMinutes(10));

        TestEmulator.Answer first = emulator.post(SERVICE + "/logs", "{'limit':3,'offset':'0','sort_order':'asc'}");
        assertThat(first.at("/logs").findValuesAsText("msg"))
                .containsExactly(
                        "main-1 is setting_up_vm",
                        "main-1 is syncing_data",
                        "Backup 2026-11-21_10-08_0.00000000.pghoard is complete");
        assertThat(first.at("/offset").asText()).isEqualTo("3");
        assertThat(emulator.post(SERVICE + "/logs", "{'offset':'3'}")
                        .at("/logs")
                        .findValuesAsText("msg"))
                .containsExactly("main-1 is running");
        TestEmulator.Answer latest = emulator.post(SERVICE + "/logs", "{'limit':1,'sort_order':'desc'}");
        assertThat(latest.at("/logs/0/msg").asText()).isEqualTo("main-1 is running");
        assertThat(latest.at("/offset").asText()).isEqualTo("3");
        assertThat(emulator.post(SERVICE + "/logs", "{'limit':501}").message())
                .isEqualTo("400 Invalid input: 501 is greater than the maximum of 500");
        assertThat(emulator.post(SERVICE + "/logs", "{'sort_order':'up'}").message())
                .isEqualTo("400 Invalid input: 'up' is not one of ['asc', 'desc']");
        assertThat(emulator.post(SERVICE + "/logs", "{'offset':'x'}").message())
                .isEqualTo("400 Invalid input: 'x' is not an offset");
    }
}
