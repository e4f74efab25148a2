package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes of a service that runs. */
class ServiceChangeTests {

    private static final String SERVICE = "/project/orders/service/main";

    @RegisterExtension
    final TestEmulator emulator =
            new TestEmulator(builder -> builder.buildTimes(BuildTimes.fixed(Duration.ofMinutes(10))));

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    private void running(String type, String plan) {
        emulator.service("orders", "main", type, plan);
        emulator.advance(Duration.ofMinutes(10));
        assertThat(state()).isEqualTo("RUNNING");
    }

    private String state() {
        return emulator.read("orders", "main").path("state").asText();
    }

    private List<String> nodes() {
        return emulator.read("orders", "main").path("node_states").findValuesAsText("name");
    }

    @Test
    void moreNodesAreRebuiltRebalancedAndRunWithAReplica() {
        running("pg", "startup-4");
        JsonNode before = emulator.read("orders", "main");

        JsonNode answer = emulator.put(SERVICE, "{'plan':'business-4'}").at("/service");

        assertThat(answer.path("state").asText()).isEqualTo("REBUILDING");
        assertThat(answer.path("plan").asText()).isEqualTo("business-4");
        emulator.advance(Duration.ofMinutes(5));
        assertThat(state()).isEqualTo("REBALANCING");
        emulator.advance(Duration.ofMinutes(5));
        assertThat(state()).isEqualTo("RUNNING");
        JsonNode after = emulator.read("orders", "main");
        assertThat(after.path("service_uri")).isEqualTo(before.path("service_uri"));
        assertThat(before.at("/connection_info").has("pg_replica_uri")).isFalse();
        assertThat(after.at("/connection_info").has("pg_replica_uri")).isTrue();
    }

    @Test
    void aCloudChangeMovesTheMachines() {
        running("valkey", "startup-4");

        assertThat(emulator.put(SERVICE, "{'cloud':'aws-eu-west-1'}")
                        .at("/service/state")
                        .asText())
                .isEqualTo("REBUILDING");
        emulator.advance(Duration.ofMinutes(10));
        assertThat(state()).isEqualTo("RUNNING");
        assertThat(emulator.read("orders", "main").path("cloud_name").asText()).isEqualTo("aws-eu-west-1");
        assertThat(nodes()).containsExactly("main-2");
    }

    @Test
    void aPlanThatDoesNotExistChangesNothing() {
        running("pg", "startup-4");

        assertThat(emulator.put(SERVICE, "{'plan':'huge','disk_space_mb':90000}")
                        .message())
                .isEqualTo("400 Invalid plan 'huge' for service type 'pg'");
        assertThat(emulator.put(SERVICE, "{'disk_space_mb':1}").message())
                .isEqualTo("400 Invalid disk space: 1 MiB is not between 81920 and 245760 MiB for plan 'startup-4'");
        assertThat(emulator.read("orders", "main").path("disk_space_mb").asInt())
                .isEqualTo(81_920);
        assertThat(state()).isEqualTo("RUNNING");
    }

    @Test
    void diskGrowsWithoutNewMachines() {
        running("pg", "startup-4");

        assertThat(emulator.put(SERVICE, "{'disk_space_mb':163840}")
                        .at("/service/disk_space_mb")
                        .asInt())
                .isEqualTo(163_840);
        assertThat(state()).isEqualTo("RUNNING");
        assertThat(nodes()).containsExactly("main-1");
    }

    @Test
    void aLateBackupHoldsBackAChangeOfPlan() {
        emulator.emulator().inject(new Fault.BackupLag(Duration.ofMinutes(5)));
        running("pg", "startup-4");

        assertThat(emulator.read("orders", "main").path("backups")).isEmpty();
        assertThat(emulator.put(SERVICE, "{'plan':'startup-8'}").message())
                .isEqualTo("409 Service main has no backup yet");
        assertThat(emulator.put(SERVICE, "{'termination_protection':false}").status())
                .isEqualTo(200);
        emulator.advance(Duration.ofMinutes(3));
        assertThat(emulator.read("orders", "main").at("/backups/0/backup_time").asText())
                .isEqualTo("2026-11-21T10:13:00.000000+00:00");
        assertThat(emulator.put(SERVICE, "{'plan':'startup-8'}").status()).isEqualTo(200);
    }

    @Test
    void maintenanceReplacesTheMachinesAndItsWindowCanBeMoved() {
        running("pg", "startup-4");

        assertThat(emulator.put(SERVICE, "{'maintenance':{'dow':'monday','time':'04:05:06'}}")
                        .at("/service/maintenance")
                        .toString())
                .isEqualTo("{\"dow\":\"monday\",\"time\":\"04:05:06\",\"updates\":[]}");
        assertThat(emulator.put(SERVICE + "/maintenance/start", "{}").text()).isEqualTo("{\"message\":\"started\"}");
        assertThat(state()).isEqualTo("REBUILDING");
        emulator.advance(Duration.ofMinutes(10));
        assertThat(state()).isEqualTo("RUNNING");
        assertThat(nodes()).containsExactly("main-2");
        emulator.put(SERVICE, "{'powered':false}");
        assertThat(emulator.put(SERVICE + "/maintenance/start", "{}").message())
                .isEqualTo("409 Database not powered on");
    }

    @Test
    void allCredentialsAreResetTogether() {
        running("pg", "startup-4");
        emulator.post(SERVICE + "/user", "{'username':'app'}");
        List<String> before = emulator.read("orders", "main").path("users").findValuesAsText("password");

        JsonNode answer = emulator.put(SERVICE + "/credentials/reset", "{}").at("/service");

        List<String> after = answer.path("users").findValuesAsText("password");
        assertThat(after).hasSize(2).doesNotContainAnyElementsOf(before).doesNotHaveDuplicates();
        assertThat(answer.path("service_uri").asText()).contains(after.get(0));
    }

    @Test
    void metricsHaveAColumnPerNodeAndNoRows() {
        running("pg", "business-4");

        JsonNode metrics =
                emulator.post(SERVICE + "/metrics", "{'period':'hour'}").at("/metrics");
        assertThat(metrics.at("/cpu_usage/data/cols").findValuesAsText("label"))
                .containsExactly("time", "main-1", "main-2");
        assertThat(metrics.at("/cpu_usage/data/rows")).isEmpty();
        assertThat(metrics.at("/cpu_usage/hints/title").asText()).isEqualTo("CPU usage %");
        assertThat(emulator.post(SERVICE + "/metrics", "{'period':'decade'}").message())
                .isEqualTo("400 Invalid input: 'decade' is not one of ['hour', 'day', 'week', 'month', 'year']");
    }
}
