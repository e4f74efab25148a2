package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.MySqlGreeter;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Rung;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class MySqlProbeTests {

    private static final String PASSWORD = "AVNS_secret";
    private static final String OK = "00000002000000";
    private static final String FULL_AUTHENTICATION = "0104";
    private static final String FAST_AUTHENTICATION = "0103";
    private static final String QUIT = "01";
    private static final String SELECT_ONE = "03" + MySqlGreeter.text("SELECT 1");
    private static final String SHA2 = "caching_sha2_password";
    private static final String NATIVE = "mysql_native_password";

    /** One column, its definition, the end of the definitions, one row with '1', the end of the rows. */
    private static final String ROW = "01 03646566000000013100000c3f000100000008810000 fe00000200 0131 fe00000200";

    private final TestAuthority authority = new TestAuthority("Project CA");

    @Test
    void theLadderEndsWithAQueryWithoutAnyDriver() {
        assertThat(steps(12691))
                .extracting(ServiceProbe.Step::rung)
                .containsExactly(Rung.DNS, Rung.TCP, Rung.TLS, Rung.LOGIN, Rung.QUERY);
    }

    @Test
    void tlsPassesWhenTheServerOffersIt() throws Exception {
        try (LoopbackServer server = start(SHA2)) {
            tls(server).run();

            assertThat(server.heardNext()).contains("handshake");
        }
    }

    @Test
    void aServerThatDoesNotOfferTlsGetsNoPassword() throws Exception {
        try (LoopbackServer server =
                LoopbackServer.start(MySqlGreeter.withoutTls(authority.server(LoopbackServer.HOST)))) {
            assertThatIOException().isThrownBy(login(server)::run).withMessage("The server does not offer TLS yet.");
            assertThat(server.heardNext()).contains("nothing");
        }
    }

    @Test
    void theCertificateIsTheProjects() throws Exception {
        TestAuthority other = new TestAuthority("Other CA");
        try (LoopbackServer server =
                LoopbackServer.start(MySqlGreeter.withTls(other.server(LoopbackServer.HOST), SHA2))) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(tls(server)::run);
        }
    }

    @Test
    void aServerThatHasNotMetThePasswordGetsItInsideTls() throws Exception {
        try (LoopbackServer server = start(SHA2, FULL_AUTHENTICATION, OK)) {
            login(server).run();

            assertThat(heard(server))
                    .satisfies(login -> assertThat(login.get(0)).endsWith(sent(SHA2, sha2Proof())))
                    .endsWith(MySqlGreeter.text(PASSWORD + "\0"), QUIT)
                    .hasSize(3);
        }
    }

    @Test
    void aServerThatKnowsThePasswordIsContentWithTheProof() throws Exception {
        try (LoopbackServer server = start(SHA2, FAST_AUTHENTICATION + " " + OK)) {
            login(server).run();

            assertThat(heard(server)).hasSize(2).endsWith(QUIT);
        }
    }

    @Test
    void anOlderAuthenticationIsProvenItsOwnWay() throws Exception {
        try (LoopbackServer server = start(NATIVE, OK)) {
            login(server).run();

            assertThat(heard(server).get(0)).endsWith(sent(NATIVE, nativeProof()));
        }
    }

    @Test
    void aUserWithAnotherAuthenticationThanTheServerIsAskedAgain() throws Exception {
        String switched =
                "fe" + MySqlGreeter.text(NATIVE + "\0") + HexFormat.of().formatHex(MySqlGreeter.challenge()) + "00";
        try (LoopbackServer server = start(SHA2, switched, OK)) {
            login(server).run();

            assertThat(heard(server)).element(1).isEqualTo(nativeProof());
        }
    }

    @Test
    void anUnknownAuthenticationIsNamed() throws Exception {
        String switched =
                "fe" + MySqlGreeter.text("parsec\0") + HexFormat.of().formatHex(MySqlGreeter.challenge()) + "00";
        try (LoopbackServer server = start(SHA2, switched)) {
            assertThatIOException()
                    .isThrownBy(login(server)::run)
                    .withMessage("The server asks for authentication by 'parsec', which is not known here. Use"
                            + " caching_sha2_password or mysql_native_password.");
        }
    }

    @Test
    void aRefusalIsTheServersOwnSentence() throws Exception {
        try (LoopbackServer server = start(SHA2, MySqlGreeter.error(1045, "Access denied for user 'avnadmin'"))) {
            assertThatIOException()
                    .isThrownBy(login(server)::run)
                    .withMessage("The server answered with an error: 1045 Access denied for user 'avnadmin'");
        }
    }

    @Test
    void theQueryReadsItsRow() throws Exception {
        try (LoopbackServer server = start(SHA2, OK, ROW)) {
            query(server).run();

            assertThat(heard(server)).endsWith(SELECT_ONE, QUIT).hasSize(3);
        }
    }

    @Test
    void anAnswerWithoutTheRowDoesNotPass() throws Exception {
        try (LoopbackServer server = start(SHA2, OK, ROW.replace("0131", "0132"))) {
            assertThatIOException().isThrownBy(query(server)::run).withMessage("The query had no answer.");
        }
    }

    @Test
    void aServerThatHangsUpDoesNotPass() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(socket -> "nothing")) {
            assertThatIOException().isThrownBy(tls(server)::run).withMessage("The server hung up.");
        }
    }

    @Test
    void aServerOfAnotherProtocolDoesNotPass() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(socket -> {
            socket.getOutputStream().write("+OK POP3 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            return "nothing";
        })) {
            assertThatIOException()
                    .isThrownBy(tls(server)::run)
                    .withMessage("The server does not speak MySQL's protocol.");
        }
    }

    @Test
    void anotherUserLogsInWithItsOwnPassword() throws Exception {
        try (LoopbackServer server = start(SHA2, FULL_AUTHENTICATION, OK)) {
            ServiceUser app = ServiceAnswer.of("mysql", "mysql", "hobbyist")
                    .user("app", Optional.of("other"))
                    .build()
                    .users()
                    .get(0);

            new MySqlProbe()
                    .login(service(server.port()), authority.ca(), app)
                    .orElseThrow()
                    .run();

            assertThat(heard(server))
                    .satisfies(login -> assertThat(login.get(0)).contains(MySqlGreeter.text("app\0")))
                    .element(1)
                    .isEqualTo(MySqlGreeter.text("other\0"));
        }
    }

    private LoopbackServer start(String plugin, String... answers) throws IOException {
        return LoopbackServer.start(MySqlGreeter.withTls(authority.server(LoopbackServer.HOST), plugin, answers));
    }

    private static List<String> heard(LoopbackServer server) throws InterruptedException {
        return List.of(server.heardNext().orElseThrow().split(" "));
    }

    private ServiceProbe.Attempt tls(LoopbackServer server) {
        return steps(server.port()).get(2).attempt();
    }

    private ServiceProbe.Attempt login(LoopbackServer server) {
        return steps(server.port()).get(3).attempt();
    }

    private ServiceProbe.Attempt query(LoopbackServer server) {
        return steps(server.port()).get(4).attempt();
    }

    private List<ServiceProbe.Step> steps(int port) {
        return new MySqlProbe().steps(service(port), authority.ca());
    }

    private static Service service(int port) {
        return ServiceAnswer.of("mysql", "mysql", "hobbyist")
                .component("mysql", LoopbackServer.HOST, port, "dynamic", "primary")
                .user("avnadmin", Optional.of(PASSWORD))
                .build();
    }

    /** The end of a login: user, length and proof, plugin. */
    private static String sent(String plugin, String proof) {
        return MySqlGreeter.text("avnadmin\0")
                + HexFormat.of().toHexDigits((byte) (proof.length() / 2))
                + proof
                + MySqlGreeter.text(plugin + "\0");
    }

    /** MySQL documentation: XOR(SHA256(password), SHA256(SHA256(SHA256(password)) + challenge)). */
    private static String sha2Proof() throws GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] once = sha.digest(PASSWORD.getBytes(StandardCharsets.UTF_8));
        sha.update(sha.digest(sha.digest(PASSWORD.getBytes(StandardCharsets.UTF_8))));
        return xor(once, sha.digest(MySqlGreeter.challenge()));
    }

    /** MySQL documentation: SHA1(password) XOR SHA1(challenge + SHA1(SHA1(password))). */
    private static String nativeProof() throws GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-1");
        byte[] once = sha.digest(PASSWORD.getBytes(StandardCharsets.UTF_8));
        byte[] twice = sha.digest(once);
        sha.update(MySqlGreeter.challenge());
        return xor(once, sha.digest(twice));
    }

    private static String xor(byte[] one, byte[] other) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < one.length; i++) {
            hex.append(HexFormat.of().toHexDigits((byte) (one[i] ^ other[i])));
        }
        return hex.toString();
    }
}
