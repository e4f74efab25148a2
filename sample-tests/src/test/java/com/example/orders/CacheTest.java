package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import io.github.aivenjunit.connection.ValkeyConnection;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.ValkeyService;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;

/** An ordinary client of Valkey, with the address of the handle and the project's authority. */
@AivenProject
@AivenValkey(name = "cache")
class CacheTest {

    @Test
    void remembers(ValkeyService cache) {
        try (Jedis jedis = connect(cache, cache.server())) {
            jedis.set("order:1", "bolt");

            assertThat(jedis.get("order:1")).isEqualTo("bolt");
        }
    }

    @Test
    void limitsAUser(EphemeralProject project, ValkeyService cache) {
        Secret password = project.client()
                .serviceUsers()
                .create(
                        project.name(),
                        cache.serviceName(),
                        ServiceUserCreate.of("reader")
                                .withAccessControl(Map.of(
                                        "valkey_acl_keys", List.of("order:*"),
                                        "valkey_acl_categories", List.of("+@read", "+@connection"))))
                .password()
                .orElseThrow();

        try (Jedis reader = connect(cache, cache.server().withUser("reader", password))) {
            assertThat(reader.get("order:none")).isNull();
            assertThatThrownBy(() -> reader.set("order:1", "nut")).isInstanceOf(JedisAccessControlException.class);
        }
    }

    private static Jedis connect(ValkeyService cache, ValkeyConnection connection) {
        SSLParameters checkHostName = new SSLParameters();
        checkHostName.setEndpointIdentificationAlgorithm("HTTPS");
        return new Jedis(connection.uri(), cache.sslContext().getSocketFactory(), checkHostName, null);
    }
}
