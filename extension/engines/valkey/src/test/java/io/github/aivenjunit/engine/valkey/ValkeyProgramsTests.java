package io.github.aivenjunit.engine.valkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;

class ValkeyProgramsTests {

    @RegisterExtension
    final ValkeyServers servers = new ValkeyServers();

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void theEngineIsFoundAsAService() {
        assertThat(ServiceLoader.load(ServiceEngine.class))
                .hasOnlyElementsOfType(ValkeyEngine.class)
                .singleElement()
                .extracting(ServiceEngine::serviceType)
                .isEqualTo("valkey");
    }

    @Test
    void theBundledRedisIsChosenWhenThePathHoldsNothing() {
        assertThat(describe()).isEqualTo("Redis 6.2.11 (bundled)");
        assertThat(servers.engine("").objection(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Valkey server v=8.1.3 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=1, Valkey 8.1.3",
        "Valkey server v=10.0.0 sha=0, Valkey 10.0.0",
        "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=e0, Redis 7.0.15",
        "Redis server v=6.2.21 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=e0, Redis 6.2.11 (bundled)",
        "Valkey server v=8.1.3-rc1 sha=0, Valkey 8.1.3-rc1",
        "something else, Redis 6.2.11 (bundled)",
    })
    void aProgramOnThePathIsChosenWhenItIsNewEnough(String version, String chosen) throws Exception {
        FakeProgram.in(first, "redis-server").version(version);

        assertThat(describe()).isEqualTo(chosen);
    }

    @Test
    void valkeyWithTlsComesBeforeRedisWhereverItLies() throws Exception {
        FakeProgram.in(first, "redis-server").version("Redis server v=8.0.0 sha=0");
        FakeProgram.in(second, "valkey-server").version("Valkey server v=8.0.1 sha=0");
        assertThat(describe()).isEqualTo("Valkey 8.0.1");

        FakeProgram.in(first, "valkey-server")
                .version("Valkey server v=9.0.0 sha=0")
                .withoutTls();
        assertThat(describe()).as("without TLS").isEqualTo("Valkey 8.0.1");

        Files.delete(second.resolve("valkey-server"));
        assertThat(describe()).isEqualTo("Redis 8.0.0");
    }

    @Test
    void aProgramOnThePathServes() throws Exception {
        servers.engine("").describe(Map.of());
        FakeProgram.in(first, "valkey-server")
                .version("Valkey server v=8.1.0 sha=0")
                .running("echo chosen >'" + first + "/mark'; '" + bundled() + "' \"$@\"");
        ValkeyServer server = servers.create(servers.engine(path()), Map.of());

        server.powerOn();

        assertThat(first.resolve("mark")).hasContent("chosen");
        try (Jedis jedis = servers.connect(server)) {
            assertThat(jedis.ping()).isEqualTo("PONG");
        }
        assertThat(servers.process().info().command())
                .as("the program behind the script")
                .hasValueSatisfying(command -> assertThat(command).endsWith("redis-server"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            valkey_ssl                    | maybe   | user_config.valkey_ssl cannot be "maybe"; give true or false, or leave it out.
            valkey_persistence            | aof     | user_config.valkey_persistence cannot be "aof"; give off or rdb, or leave it out.
            valkey_acl_channels_default   | all     | user_config.valkey_acl_channels_default cannot be "all"; give allchannels or resetchannels, or leave it out.
            valkey_number_of_databases    | 0       | user_config.valkey_number_of_databases cannot be "0"; give a whole number from 1 to 128, or leave it out.
            valkey_maxmemory_policy       | lru     | user_config.valkey_maxmemory_policy cannot be "lru"; give a policy such as noeviction or allkeys-lru, or leave it out.
            valkey_notify_keyspace_events | K"A     | user_config.valkey_notify_keyspace_events cannot be "K"A"; give letters that name events, such as KEA, or leave it out.
            valkey_timeout                | -1      | user_config.valkey_timeout cannot be "-1"; give a whole number of seconds, or leave it out.
            valkey_lfu_log_factor         | 1000    | user_config.valkey_lfu_log_factor cannot be "1000"; give a whole number from 0 to 100, or leave it out.
            valkey_lfu_decay_time         | never   | user_config.valkey_lfu_decay_time cannot be "never"; give a whole number from 1 to 120, or leave it out.
            """)
    void aSettingThatNoServerTakesIsAnObjection(String name, String value, String objection) {
        ValkeyEngine engine = servers.engine("");

        assertThat(engine.objection(Map.of(name, value))).hasValue(objection);
        EngineRequest request = new EngineRequest(
                "project",
                "sessions",
                "hobbyist",
                Map.of(name, value),
                new Credentials("default", "x"),
                new TestCertificates().forLocalhost());
        assertThatThrownBy(() -> engine.create(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(objection);
    }

    @Test
    void theSettingsReachTheServer() throws Exception {
        ValkeyServer server = servers.start(Map.of(
                "valkey_number_of_databases", 3,
                "valkey_maxmemory_policy", "allkeys-lfu",
                "valkey_notify_keyspace_events", "KEA",
                "valkey_timeout", 600,
                "valkey_lfu_log_factor", 20,
                "valkey_lfu_decay_time", 2));

        try (Jedis jedis = servers.connect(server)) {
            jedis.select(2);
            assertThatThrownBy(() -> jedis.select(3)).hasMessageContaining("out of range");
            jedis.set("key", "value");
            assertThat(jedis.info("memory")).contains("maxmemory_policy:allkeys-lfu");
        }
        assertThat(servers.directory().resolve("valkey.conf"))
                .content()
                .contains("notify-keyspace-events \"KEA\"\n", "timeout \"600\"\n", "lfu-log-factor \"20\"\n")
                .endsWith("lfu-decay-time \"2\"\n");
    }

    private String describe() {
        return servers.engine(path()).describe(Map.of());
    }

    private String path() {
        return first + ":" + second;
    }

    private static Path bundled() throws Exception {
        try (Stream<Path> files = Files.walk(TestPlaces.sharedCache())) {
            return files.filter(file -> file.endsWith("redis-server"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
