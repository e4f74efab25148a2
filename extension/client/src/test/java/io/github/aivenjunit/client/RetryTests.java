package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aivenjunit.client.model.ServiceUpdate;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTests {

    private static final String ME = "{\"user\": {\"user\": \"a@example.org\"}}";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 501, 502, 503, 504})
    void aPassingAnswerIsFollowedByAnotherTry(int status) {
        api.answers(new MockResponse.Builder().code(status).body("<html></html>"))
                .answers(ME);

        assertThat(api.client().me().user()).isEqualTo("a@example.org");
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 405, 409, 410, 417})
    void aLastingAnswerIsNot(int status) {
        api.answers(status, "{}").answers(ME);

        assertThatThrownBy(() -> api.client().me()).isInstanceOf(AivenApiException.class);
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void waitsDoubleUpToTheLongestAndTriesAreCounted() {
        for (int i = 0; i < 10; i++) {
            api.fails(500, "boom");
        }

        assertThatThrownBy(() -> api.client(builder ->
                                builder.retry(new RetryPolicy(7, Duration.ofMillis(500), Duration.ofSeconds(6))))
                        .me())
                .isInstanceOf(AivenApiException.ServerError.class);
        assertThat(api.server().getRequestCount()).isEqualTo(7);
        assertThat(api.time.pausedMillis()).containsExactly(500L, 1000L, 2000L, 4000L, 6000L, 6000L);
    }

    @Test
    void theStandardPolicyTriesSixTimes() {
        for (int i = 0; i < 10; i++) {
            api.fails(502, "boom");
        }

        assertThatThrownBy(() -> api.client().me()).isInstanceOf(AivenApiException.ServerError.class);
        assertThat(api.server().getRequestCount()).isEqualTo(6);
        assertThat(api.time.pausedMillis()).containsExactly(500L, 1000L, 2000L, 4000L, 8000L);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 28, 28000", // longer than the own wait
        "Retry-After, 0, 500", // shorter than it
        "Retry-After, 'Sat, 21 Nov 2026 10:00:30 GMT', 30000",
        "Retry-After, 'Sat, 21 Nov 2026 09:00:00 GMT', 500",
        "X-RateLimit-Reset, 40, 40000",
        "X-RateLimit-Reset, 1795255220, 20000", // 20 s after PlayedTime.START
        "Retry-After, soon, 7750", // unreadable as if not there
        "X-Other, 1, 7750"
    })
    void afterA429TheServersWaitCounts(String header, String value, long millis) {
        api.answers(new MockResponse.Builder().code(429).setHeader(header, value))
                .answers(ME);

        api.client().me();

        assertThat(api.time.pausedMillis()).containsExactly(millis);
    }

    @Test
    void theLongerOfTwoDemandsCounts() {
        api.answers(new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "3")
                        .setHeader("X-RateLimit-Reset", "9"))
                .answers(ME);

        api.client().me();

        assertThat(api.time.pausedMillis()).containsExactly(9000L);
    }

    @Test
    void aDemandOfMoreThanFiveMinutesIsLeftToTheCaller() {
        api.answers(new MockResponse.Builder().code(429).setHeader("Retry-After", "301"));

        AivenApiException.RateLimited failure = catchThrowableOfType(
                AivenApiException.RateLimited.class, () -> api.client().me());

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(301));
        assertThat(api.time.pausedMillis()).isEmpty();
    }

    @Test
    void a429IsRepeatedForCreatesAndDeletesWithoutReadingBack() throws InterruptedException {
        api.fails(429, "slow").answers("{}").fails(429, "slow").answers("{}");
        AivenClient client = api.client();

        client.databases().create("p1", "db", "orders");
        client.projects().delete("p1");

        assertThat(api.receivedPaths())
                .containsExactly(
                        "POST /v1/project/p1/service/db/db",
                        "POST /v1/project/p1/service/db/db",
                        "DELETE /v1/project/p1",
                        "DELETE /v1/project/p1");
    }

    @Test
    void aWriteWithTheSameEffectTwiceIsSimplyRepeated() throws InterruptedException {
        String service = "{\"service\": {\"service_name\": \"db\"}}";
        api.losesTheAnswer().answers(service).fails(502, "x").answers("{}");
        AivenClient client = api.client();

        client.services()
                .update("p1", "db", ServiceUpdate.builder().powered(true).build());
        client.services().replaceTags("p1", "db", Map.of());

        assertThat(api.receivedPaths())
                .containsExactly(
                        "PUT /v1/project/p1/service/db",
                        "PUT /v1/project/p1/service/db",
                        "PUT /v1/project/p1/service/db/tags",
                        "PUT /v1/project/p1/service/db/tags");
    }

    @Test
    void aConnectionThatBreaksAnywhereIsFollowedByAnotherTry() {
        api.answers(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()))
                .losesTheAnswer()
                .answers(new MockResponse.Builder().body(ME).onResponseBody(new SocketEffect.CloseSocket()))
                .answers(ME);

        assertThat(api.client().me().user()).isEqualTo("a@example.org");
        assertThat(api.time.pausedMillis()).hasSize(3);
    }

    @Test
    void aPooledConnectionThatTheServerDroppedCostsOneTry() {
        api.answers(new MockResponse.Builder().body(ME).onResponseEnd(new SocketEffect.CloseSocket()))
                .answers(ME)
                .answers(ME);
        AivenClient client = api.client();

        assertThatCode(() -> {
                    client.me();
                    client.me();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aServerThatIsTooSlowHasNoCompleteAnswer() {
        api.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));

        assertThatThrownBy(() -> api.client(builder ->
                                builder.callTimeout(Duration.ofMillis(300)).retry(RetryPolicy.none()))
                        .me())
                .isExactlyInstanceOf(AivenApiException.Unreachable.class)
                .hasMessage("GET /v1/me failed: localhost:" + api.server().getPort()
                        + " gave no complete answer (timeout). Check the network and any proxy.");
    }

    @Test
    void aLostChangeMayHaveBeenMade() {
        api.losesTheAnswer();

        assertThatThrownBy(() -> api.client(builder -> builder.retry(RetryPolicy.none()))
                        .services()
                        .powerOn("p1", "db"))
                .isExactlyInstanceOf(AivenApiException.Unreachable.class)
                .hasMessageEndingWith("Check the network and any proxy; the change may have been made all the same.");
    }

    @Test
    void aRefusedConnectionIsTriedAgainToTheEnd() {
        int port = api.server().getPort();
        AivenClient client = api.client();
        api.server().close();

        assertThatThrownBy(client::me)
                .isExactlyInstanceOf(AivenApiException.Unreachable.class)
                .hasMessage("GET /v1/me failed: localhost:" + port
                        + " cannot be reached (ConnectException). Check the endpoint, the network and any proxy.");
        assertThat(api.time.pausedMillis()).hasSize(5);
    }

    @Test
    void anUnknownHostIsTriedThreeTimes() {
        AivenClient client = api.client(builder -> builder.endpoint(URI.create("https://api.invalid")));

        assertThatThrownBy(client::me)
                .isExactlyInstanceOf(AivenApiException.Unreachable.class)
                .hasMessage("GET /v1/me failed: the host api.invalid is unknown."
                        + " Check the endpoint, the network and the DNS server.");
        assertThat(api.time.pausedMillis()).hasSize(2);
    }

    @Test
    void aCertificateThatIsNotTrustedIsTriedOnce() {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        api.server()
                .useHttps(new HandshakeCertificates.Builder()
                        .heldCertificate(certificate)
                        .build()
                        .sslSocketFactory());
        int port = api.server().getPort();
        AivenClient client = api.client(builder -> builder.endpoint(URI.create("https://localhost:" + port)));

        assertThatThrownBy(client::me)
                .isExactlyInstanceOf(AivenApiException.Unreachable.class)
                .hasMessage("GET /v1/me failed: the certificate of localhost:" + port + " is not trusted."
                        + " Check the endpoint, or add the authority that signed the certificate to this JVM's trust"
                        + " store.");
        assertThat(api.time.pausedMillis()).isEmpty();
    }

    @Test
    void a503ThatInvitesToRepeatAtOnceIsNotRepeatedBehindOurBack() {
        api.answers(new MockResponse.Builder().code(503).setHeader("Retry-After", "0"))
                .answers(ME);

        assertThatThrownBy(() ->
                        api.client(builder -> builder.retry(RetryPolicy.none())).me())
                .isInstanceOf(AivenApiException.ServerError.class);
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void theLagOfTheFirstUserIsWaitedOut() {
        api.fails(404, "User avnadmin with component main not found").answers("{\"databases\": []}");

        assertThat(api.client().databases().list("p1", "db")).isEmpty();
    }
}
