package io.github.aivenjunit.engine.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.ServiceEngine;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickHouseProgramsTests {

    private static final String NO_PROGRAM =
            "Nothing listens behind emulated clickhouse services, only the API answers for them; put clickhouse or"
                    + " clickhouse-server 23.3 or newer on the PATH to get a real server.";

    @RegisterExtension
    final ClickHouseServers servers = new ClickHouseServers();

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void theEngineIsFoundAsAService() {
        assertThat(ServiceLoader.load(ServiceEngine.class))
                .hasOnlyElementsOfType(ClickHouseEngine.class)
                .singleElement()
                .extracting(ServiceEngine::serviceType)
                .isEqualTo("clickhouse");
    }

    @Test
    void withoutAProgramTheServicesAreLeftToTheApi() {
        ClickHouseEngine engine = servers.engine(path());

        assertThat(engine.absence()).hasValue(NO_PROGRAM);
        assertThat(engine.objection(Map.of())).isEmpty();
        assertThatThrownBy(() -> engine.create(servers.request()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(NO_PROGRAM);
    }

    @ParameterizedTest
    @CsvSource({
        "clickhouse, ClickHouse server version 24.8.4.13 (official build)., 24.8.4.13",
        "clickhouse-server, ClickHouse server version 23.3.1.2823 (official build)., 23.3.1.2823",
        "clickhouse, ClickHouse server version 100.1.1.1, 100.1.1.1",
    })
    void aProgramThatIsNewEnoughIsChosen(String name, String version, String chosen) throws Exception {
        FakeProgram.write(second.resolve(name), version, "exit 1");

        assertThat(servers.engine(path()).absence()).isEmpty();
        assertThat(servers.engine(path()).describe(Map.of())).isEqualTo("ClickHouse " + chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "ClickHouse server version 23.2.7.32 (official build).",
        "ClickHouse client version 24.8.4.13 (official build).",
        "something else",
    })
    void anyOtherProgramIsPassedOver(String version) throws Exception {
        FakeProgram.write(first.resolve("clickhouse"), version, "exit 1");
        assertThat(servers.engine(path()).absence()).hasValue(NO_PROGRAM);

        FakeProgram.write(second.resolve("clickhouse-server"), "ClickHouse server version 24.8.4.13", "exit 1");
        assertThat(servers.engine(path()).describe(Map.of())).isEqualTo("ClickHouse 24.8.4.13");
    }

    @Test
    void theFirstDirectoryDecidesWhateverTheName() throws Exception {
        FakeProgram.write(first.resolve("clickhouse-server"), "ClickHouse server version 24.8.4.13", "exit 1");
        FakeProgram.write(second.resolve("clickhouse"), "ClickHouse server version 25.1.1.1", "exit 1");

        assertThat(servers.engine(path()).describe(Map.of())).isEqualTo("ClickHouse 24.8.4.13");
    }

    private String path() {
        return first + ":" + second;
    }
}
