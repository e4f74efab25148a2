package io.github.aivenjunit.engine.valkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.ValkeyAccess;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;

class ValkeyUsersTests {

    private static final Credentials READER = new Credentials("reader", "AVNS_reader");

    @RegisterExtension
    final ValkeyServers servers = new ValkeyServers();

    @Test
    void aUserWithoutLimitsDoesWhatTheFirstUserDoes() throws Exception {
        ValkeyServer server = servers.start();

        server.createUser(READER);

        try (Jedis jedis = servers.connect(server, READER)) {
            assertThat(jedis.set("any", "value")).isEqualTo("OK");
            assertThat(jedis.publish("any", "message")).isZero();
            refused(() -> jedis.configGet("dir"));
        }
    }

    @Test
    void aUserIsLimitedToKeysAndCommands() throws Exception {
        ValkeyServer server = servers.start();

        server.createUser(READER, access(List.of("orders:*"), List.of("+get", "+ping"), List.of()));

        try (Jedis jedis = servers.connect(server, READER)) {
            assertThat(jedis.get("orders:1")).isNull();
            refused(() -> jedis.get("other"));
            refused(() -> jedis.set("orders:1", "value"));
        }
    }

    @Test
    void aCommandRuleIsStrongerThanACategory() throws Exception {
        ValkeyServer server = servers.start();

        server.createUser(READER, access(List.of("*"), List.of("-get", "+set"), List.of("+@read", "+@connection")));

        try (Jedis jedis = servers.connect(server, READER)) {
            assertThat(jedis.set("key", "value")).isEqualTo("OK");
            assertThat(jedis.strlen("key")).isEqualTo(5);
            refused(() -> jedis.get("key"));
            refused(() -> jedis.del("key"));
        }
    }

    @Test
    void noRuleOpensACommandThatAivenCloses() throws Exception {
        ValkeyServer server = servers.start();

        server.createUser(READER, access(List.of("*"), List.of("+config", "+acl"), List.of("+@all")));

        try (Jedis jedis = servers.connect(server, READER)) {
            refused(() -> jedis.configGet("dir"));
            refused(jedis::aclWhoAmI);
        }
    }

    @Test
    void aUserIsLimitedToChannelsWhenTheyAreNamed() throws Exception {
        ValkeyServer server = servers.start();
        Credentials everywhere = new Credentials("everywhere", "AVNS_everywhere");
        List<String> all = List.of("+@all");
        server.createUser(READER, new ValkeyAccess(List.of(), List.of(), all, Optional.of(List.of("news.*"))));
        server.createUser(everywhere, new ValkeyAccess(List.of(), List.of(), all, Optional.empty()));

        try (Jedis jedis = servers.connect(server, READER)) {
            assertThat(jedis.publish("news.sport", "goal")).isZero();
            refused(() -> jedis.publish("other", "goal"));
        }
        try (Jedis jedis = servers.connect(server, everywhere)) {
            assertThat(jedis.publish("other", "goal")).isZero();
        }
    }

    @Test
    void theServiceMayCloseChannelsThatNoRuleOpens() throws Exception {
        ValkeyServer server = servers.start(Map.of("valkey_acl_channels_default", "resetchannels"));
        server.createUser(READER, access(List.of(), List.of(), List.of("+@all")));

        try (Jedis jedis = servers.connect(server, READER)) {
            refused(() -> jedis.publish("any", "message"));
        }
    }

    @Test
    void accessIsReplacedAndThePasswordStays() throws Exception {
        ValkeyServer server = servers.start();
        server.createUser(READER);

        try (Jedis jedis = servers.connect(server, READER)) {
            jedis.set("orders:1", "value");
            server.changeAccess("reader", access(List.of("orders:*"), List.of("+get"), List.of("+@connection")));
            refused(() -> jedis.set("orders:1", "other"));
        }

        try (Jedis jedis = servers.connect(server, READER)) {
            assertThat(jedis.get("orders:1")).isEqualTo("value");
            refused(() -> jedis.get("other"));
        }
    }

    @Test
    void aPasswordIsChanged() throws Exception {
        ValkeyServer server = servers.start();
        server.createUser(READER);
        Credentials changed = new Credentials("reader", "AVNS_it's \"new\" \\ ~ü");

        server.changePassword(changed);

        assertThatThrownBy(() -> servers.connect(server, READER)).hasMessageStartingWith("WRONGPASS");
        try (Jedis jedis = servers.connect(server, changed)) {
            assertThat(jedis.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void theFirstUsersPasswordIsChanged() throws Exception {
        ValkeyServer server = servers.start();
        Credentials changed = new Credentials("default", "AVNS_changed");

        server.changePassword(changed);

        assertThatThrownBy(() -> servers.connect(server)).hasMessageStartingWith("WRONGPASS");
        try (Jedis jedis = servers.connect(server, changed)) {
            assertThat(jedis.set("key", "value")).isEqualTo("OK");
        }
    }

    @Test
    void aDroppedUserIsSentAway() throws Exception {
        ValkeyServer server = servers.start();
        server.createUser(READER);

        try (Jedis jedis = servers.connect(server, READER)) {
            server.dropUser("reader");
            assertThatThrownBy(jedis::ping).isInstanceOf(JedisConnectionException.class);
        }
        assertThatThrownBy(() -> servers.connect(server, READER)).hasMessageStartingWith("WRONGPASS");
    }

    @Test
    void usersSurviveAPowerCycle() throws Exception {
        ValkeyServer server = servers.start();
        Credentials dropped = new Credentials("dropped", "AVNS_dropped");
        Credentials changed = new Credentials("default", "AVNS_changed");
        server.createUser(READER, access(List.of("orders:*"), List.of("+get"), List.of("+@connection")));
        server.createUser(dropped);
        server.dropUser("dropped");
        server.changePassword(changed);

        server.powerOff();
        server.powerOn();

        try (Jedis jedis = servers.connect(server, READER)) {
            assertThat(jedis.get("orders:1")).isNull();
            refused(() -> jedis.get("other"));
        }
        assertThatThrownBy(() -> servers.connect(server, dropped)).hasMessageStartingWith("WRONGPASS");
        servers.connect(server, changed).close();
    }

    @Test
    void whatCannotBeDoneIsRefusedWithAReason() throws Exception {
        ValkeyServer server = servers.start();
        server.createUser(READER);

        assertThatThrownBy(() -> server.createUser(READER))
                .isInstanceOf(IOException.class)
                .hasMessage("User reader exists already in service sessions. Choose another name.");
        assertThatThrownBy(() -> server.dropUser("nobody"))
                .hasMessage("User nobody does not exist in service sessions. Create it first.");
        assertThatThrownBy(() -> server.changePassword(new Credentials("nobody", "AVNS_x")))
                .hasMessage("User nobody does not exist in service sessions. Create it first.");
        assertThatThrownBy(() -> server.changeAccess("_aiven", access(List.of(), List.of(), List.of())))
                .hasMessage("User _aiven does not exist in service sessions. Create it first.");
        assertThatThrownBy(() -> server.dropUser("default"))
                .hasMessage("User default is the first of service sessions. Delete the service.");
        assertThatThrownBy(() -> server.createUser(
                        new Credentials("writer", "AVNS_x"), access(List.of(), List.of("+nonsense"), List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Error in ACL SETUSER modifier '+nonsense': Unknown command or category name");
        assertThatThrownBy(() -> servers.connect(server, new Credentials("writer", "AVNS_x")))
                .hasMessageStartingWith("WRONGPASS");
        server.powerOff();
        assertThatThrownBy(() -> server.dropUser("reader"))
                .hasMessage("Service sessions is not running. Power it on first.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b   | +get  | +@all | "a b" is not possible in valkey_acl_keys. Give a pattern without white space, such as orders:*.
            *     | get   | +@all | "get" is not possible in valkey_acl_commands. Give a rule such as +get or -flushall.
            *     | >pass | +@all | ">pass" is not possible in valkey_acl_commands. Give a rule such as +get or -flushall.
            *     | +get  | +all  | "+all" is not possible in valkey_acl_categories. Give a rule such as +@all or -@admin.
            """)
    void aMalformedRuleIsRefused(String key, String command, String category, String message) {
        assertThatThrownBy(() -> access(List.of(key), List.of(command), List.of(category)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aMalformedChannelIsRefused() {
        assertThatThrownBy(() -> new ValkeyAccess(List.of(), List.of(), List.of(), Optional.of(List.of("a\nb"))))
                .hasMessage("\"a\nb\" is not possible in valkey_acl_channels."
                        + " Give a pattern without white space, such as news.*.");
    }

    private static ValkeyAccess access(List<String> keys, List<String> commands, List<String> categories) {
        return new ValkeyAccess(keys, commands, categories, Optional.empty());
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(JedisAccessControlException.class).hasMessageStartingWith("NOPERM");
    }
}
