package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpkeepTests {

    private static final String SERVICE = "/project/orders/service/main";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(
            builder -> builder.engines(List.of()).buildTimes(BuildTimes.fixed(Duration.ofMinutes(10))));

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    private JsonNode service() {
        return emulator.get(SERVICE).at("/service");
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        emulator.get("/project/orders/events")
                .at("/events")
                .forEach(event -> events.add(
                        0,
                        event.path("time").asText() + " "
                                + event.path("event_type").asText() + ": "
                                + event.path("event_desc").asText()));
        return events;
    }

    @Test
    void aDatabaseIsBackedUpEveryDayAndKeepsAsManyBackupsAsItsPlanSays() {
        emulator.service("orders", "main", "pg", "startup-4");

        emulator.advance(Duration.ofDays(1));
        assertThat(service().path("backups")).hasSize(1);
        emulator.advance(Duration.ofMinutes(8));
        assertThat(service().path("backups")).hasSize(2);
        emulator.advance(Duration.ofDays(5));
        assertThat(service().path("backups")).hasSize(2);
        assertThat(service().at("/backups/1/backup_time").asText()).isEqualTo("2026-11-27T10:08:00.000000+00:00");
    }

    @Test
    void aServiceThatIsOffIsNotBackedUp() {
        emulator.service("orders", "main", "pg", "startup-4");
        emulator.advance(Duration.ofMinutes(10));
        emulator.put(SERVICE, "{'powered':false}");
        emulator.advance(Duration.ofDays(4));
        assertThat(service().path("backups")).hasSize(1);

        emulator.put(SERVICE, "{'powered':true}");

        assertThat(service().at("/backups/1/backup_time").asText()).isEqualTo("2026-11-25T10:10:00.000000+00:00");
    }

    @Test
    void anUpdateWaitsForTheMaintenanceWindowAndReplacesTheMachines() {
        emulator.service(
                "orders",
                "{'service_name':'main','service_type':'valkey','plan':'startup-4',"
                        + "'maintenance':{'dow':'monday','time':'03:00:00'}}");

        emulator.advance(Duration.ofDays(90));
        JsonNode update = service().at("/maintenance/updates/0");
        assertThat(update.path("start_after").asText()).isEqualTo("2027-02-26T10:00:00Z");
        assertThat(update.path("start_at").asText()).isEqualTo("2027-03-01T03:00:00Z");
        assertThat(update.path("deadline").asText()).isEqualTo("2027-03-21T10:00:00Z");
        assertThat(service().path("state").asText()).isEqualTo("RUNNING");

        emulator.advance(Duration.ofDays(9).plusHours(17));
        assertThat(service().path("state").asText()).isEqualTo("REBUILDING");
        assertThat(service().at("/maintenance/updates")).isEmpty();
        emulator.advance(Duration.ofMinutes(10));
        assertThat(service().path("state").asText()).isEqualTo("RUNNING");
        assertThat(service().at("/node_states/0/name").asText()).isEqualTo("main-2");
        assertThat(events())
                .endsWith(
                        "2027-02-19T10:00:00Z service_update_available: Updates wait for the maintenance of main",
                        "2027-03-01T03:00:00Z service_maintenance_start: Installing updates of main",
                        "2027-03-01T03:10:00Z service_running: Service main is running");
    }

    @Test
    void aServiceThatIsOffForHalfAYearIsDeleted() {
        emulator.service("orders", "main", "valkey", "startup-4");
        emulator.advance(Duration.ofHours(1));
        emulator.put(SERVICE, "{'powered':false}");

        emulator.advance(Duration.ofDays(180).minusSeconds(1));
        assertThat(service().path("state").asText()).isEqualTo("POWEROFF");
        emulator.advance(Duration.ofSeconds(1));
        assertThat(emulator.get(SERVICE).status()).isEqualTo(404);
        assertThat(events())
                .endsWith(
                        "2027-05-20T11:00:00Z service_delete: Deleted service main, which was powered off for 180 days");
    }

    @Test
    void yearsPassInOrder() {
        emulator.service("orders", "main", "pg", "startup-4");

        emulator.advance(Duration.ofDays(3650));

        assertThat(service().path("state").asText()).isEqualTo("RUNNING");
        assertThat(events()).hasSizeGreaterThan(90).isSorted();
    }

    @Test
    void aNodeThatSynchronisesTellsHowFarItIs() {
        emulator.service("orders", "main", "pg", "business-4");

        emulator.advance(Duration.ofMinutes(3));
        assertThat(emulator.get(SERVICE)
                        .at("/service/node_states/0/progress_updates")
                        .toString())
                .isEqualTo("[{\"completed\":false,\"phase\":\"prepare\"}]");
        assertThat(service().at("/node_states/1/state").asText()).isEqualTo("setting_up_vm");
        assertThat(service().at("/node_states/1/progress_updates")).isEmpty();
        emulator.advance(Duration.ofMinutes(2).plusSeconds(105));
        assertThat(service().at("/node_states/1/progress_updates").toString())
                .isEqualTo("[{\"completed\":true,\"phase\":\"prepare\"},"
                        + "{\"completed\":false,\"phase\":\"basebackup\",\"current\":15728640,\"max\":31457280,"
                        + "\"min\":0,\"unit\":\"bytes_compressed\"}]");
        emulator.advance(Duration.ofMinutes(10));
        assertThat(service().at("/node_states/1/progress_updates")).isEmpty();
    }

    @Test
    void changesOfPlanAndUsersAreInTheEventsAndTheLog() {
        emulator.service("orders", "main", "pg", "startup-4");
        emulator.advance(Duration.ofMinutes(10));
        emulator.put(SERVICE, "{'plan':'startup-8'}");
        emulator.post(SERVICE + "/user", "{'username':'ann'}");
        emulator.put(SERVICE + "/user/ann", "{'operation':'reset-credentials'}");
        emulator.delete(SERVICE + "/user/ann");

        assertThat(events())
                .endsWith(
                        "2026-11-21T10:10:00Z service_update: Updated service main, plan startup-4 to startup-8",
                        "2026-11-21T10:10:00Z service_user_create: Created user ann of main",
                        "2026-11-21T10:10:00Z service_user_update: Reset the password of user ann of main",
                        "2026-11-21T10:10:00Z service_user_delete: Deleted user ann of main");
        List<String> log = new ArrayList<>();
        emulator.post(SERVICE + "/logs", "{}")
                .at("/logs")
                .forEach(line -> log.add(line.path("msg").asText()));
        assertThat(log)
                .contains("Updated service main, plan startup-4 to startup-8", "Created user ann", "Deleted user ann");
    }
}
