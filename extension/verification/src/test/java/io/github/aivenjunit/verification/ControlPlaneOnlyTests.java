package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.aivenjunit.jupiter.AivenAlloyDbOmni;
import io.github.aivenjunit.jupiter.AivenClickHouse;
import io.github.aivenjunit.jupiter.AivenDragonfly;
import io.github.aivenjunit.jupiter.AivenFlink;
import io.github.aivenjunit.jupiter.AivenGrafana;
import io.github.aivenjunit.jupiter.AivenKafkaConnect;
import io.github.aivenjunit.jupiter.AivenKafkaMirrorMaker;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenThanos;
import io.github.aivenjunit.project.AlloyDbOmniService;
import io.github.aivenjunit.project.ClickHouseService;
import io.github.aivenjunit.project.DragonflyService;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.FlinkService;
import io.github.aivenjunit.project.GrafanaService;
import io.github.aivenjunit.project.KafkaConnectService;
import io.github.aivenjunit.project.KafkaMirrorMakerService;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.project.ThanosService;
import io.github.aivenjunit.readiness.Rung;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Types that the emulator has no server for, in a run without a token: all but a client works, and everybody is told. */
class ControlPlaneOnlyTests {

    @Test
    void everyTypeHasAHandleThatSaysWhyNoClientCanConnect() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("io.github.aivenjunit.provision");
        log.start();
        root.addAppender(log);
        try {
            assertThat(ExtensionRun.failures(ExtensionRun.withoutToken(Map.of(), EveryTypeTestCase.class)))
                    .isEmpty();
        } finally {
            root.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("No client will be able to use service grafana: " + reason("grafana"));
    }

    private static String reason(String type) {
        return "Nothing listens behind emulated " + type
                + " services, only the API answers for them; run against Aiven to use one.";
    }

    @AivenProject
    @AivenGrafana
    @AivenClickHouse
    @AivenKafkaConnect
    @AivenKafkaMirrorMaker
    @AivenFlink
    @AivenDragonfly
    @AivenThanos
    @AivenAlloyDbOmni
    static class EveryTypeTestCase {

        @Test
        void isInjected(
                GrafanaService grafana,
                ClickHouseService clickHouse,
                KafkaConnectService connect,
                KafkaMirrorMakerService mirrorMaker,
                FlinkService flink,
                DragonflyService dragonfly,
                ThanosService thanos,
                AlloyDbOmniService alloy,
                EphemeralProject project) {
            List<ServiceHandle> all =
                    List.of(alloy, dragonfly, clickHouse, grafana, thanos, flink, connect, mirrorMaker);
            assertThat(project.services()).containsExactlyInAnyOrderElementsOf(all);
            assertThat(all)
                    .allSatisfy(
                            service -> assertThat(service.readiness().rungs()).containsOnlyKeys(Rung.API_STATE));
            assertThat(grafana.noDataPlane()).isEqualTo(Optional.of(reason("grafana")));
            assertThat(all)
                    .allSatisfy(service -> assertThat(service.noDataPlane()).isPresent());
        }

        @Test
        void hasAnAddress(
                GrafanaService grafana,
                ClickHouseService clickHouse,
                KafkaConnectService connect,
                FlinkService flink,
                DragonflyService dragonfly,
                ThanosService thanos,
                AlloyDbOmniService alloy) {
            assertThat(List.of(grafana, clickHouse, connect, flink, dragonfly, thanos, alloy))
                    .allSatisfy(service -> {
                        assertThat(service.host()).isNotBlank();
                        assertThat(service.port()).isPositive();
                        assertThat(service.connection()).containsKeys("host", "port", "user", "password", "ca");
                    });
            assertThat(thanos.remoteWrite().uri().getPath()).isEqualTo("/api/v1/receive");
        }
    }
}
