package io.github.aivenjunit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.fixture.TestAuthority;
import java.net.URI;
import org.junit.jupiter.api.Test;

class HttpsConnectionTests {

    private static final URI ADDRESS = URI.create("https://search.test:12691");

    private final CaCertificate ca = new TestAuthority("Project CA").ca();
    private final HttpsConnection connection = new HttpsConnection(ADDRESS, "avnadmin", Secret.of("canary-4711"), ca);

    @Test
    void theAddressHasHostAndPort() {
        assertThat(connection.host()).isEqualTo("search.test");
        assertThat(connection.port()).isEqualTo(12_691);
        assertThat(new HttpsConnection(URI.create("https://search.test"), "a", Secret.of("b"), ca).port())
                .isEqualTo(443);
    }

    @Test
    void aPathIsOnTheServer() {
        assertThat(connection.uri("/_cluster/health?level=shards"))
                .isEqualTo(URI.create("https://search.test:12691/_cluster/health?level=shards"));
    }

    @Test
    void theAuthorizationIsThatOfHttp() {
        // RFC 7617, "avnadmin:canary-4711".
        assertThat(connection.authorization()).isEqualTo("Basic YXZuYWRtaW46Y2FuYXJ5LTQ3MTE=");
    }

    @Test
    void anotherUserChangesNothingElse() {
        assertThat(connection.withUser("reader", Secret.of("other")))
                .isEqualTo(new HttpsConnection(ADDRESS, "reader", Secret.of("other"), ca));
    }

    @Test
    void theTlsContextIsThatOfTheProject() {
        assertThat(connection.sslContext()).isSameAs(ca.sslContext());
    }

    @Test
    void theTextHasNoPassword() {
        assertThat(connection).hasToString("HttpsConnection[avnadmin@https://search.test:12691]");
    }
}
