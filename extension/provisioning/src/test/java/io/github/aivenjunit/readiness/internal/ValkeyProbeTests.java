package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Rung;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class ValkeyProbeTests {

    private final TestAuthority authority = new TestAuthority("Project CA");

    @Test
    void theLadderEndsWithAPing() {
        assertThat(steps(12691))
                .extracting(ServiceProbe.Step::rung)
                .containsExactly(Rung.DNS, Rung.TCP, Rung.TLS, Rung.LOGIN, Rung.QUERY);
    }

    @Test
    void aLoginAndAPingPass() throws Exception {
        try (LoopbackServer server = start(List.of("+OK", "+OK", "+PONG"))) {
            steps(server.port()).get(3).attempt().run();
            steps(server.port()).get(4).attempt().run();

            assertThat(server.heardNext()).contains("AUTH default secret");
            assertThat(server.heardNext()).contains("AUTH default secret, PING");
        }
    }

    @Test
    void aServerThatIsStillLoadingDoesNotPass() throws Exception {
        try (LoopbackServer server = start(List.of("-LOADING Valkey is loading the dataset in memory"))) {
            assertThatIOException()
                    .isThrownBy(steps(server.port()).get(3).attempt()::run)
                    .withMessage("The server answered AUTH with: -LOADING Valkey is loading the dataset in memory");
        }
    }

    @Test
    void aServerThatHangsUpDoesNotPass() throws Exception {
        try (LoopbackServer server = start(List.of())) {
            assertThatIOException()
                    .isThrownBy(steps(server.port()).get(3).attempt()::run)
                    .withMessage("The server hung up after AUTH.");
        }
    }

    /** Answers one command after the other, over as many connections as come. */
    private LoopbackServer start(List<String> answers) throws IOException {
        BlockingQueue<String> left = new LinkedBlockingQueue<>(answers);
        return LoopbackServer.start(socket -> {
            SSLSocket tls = (SSLSocket) authority
                    .server(LoopbackServer.HOST)
                    .getSocketFactory()
                    .createSocket(socket, LoopbackServer.HOST, socket.getPort(), true);
            tls.setUseClientMode(false);
            return converse(tls, left);
        });
    }

    private static String converse(Socket socket, BlockingQueue<String> answers) throws IOException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder heard = new StringBuilder();
        for (String head = input.readLine(); head != null; head = input.readLine()) {
            heard.append(heard.isEmpty() ? "" : ", ");
            int words = Integer.parseInt(head.substring(1));
            for (int i = 0; i < words; i++) {
                input.readLine();
                heard.append(i == 0 ? "" : " ").append(input.readLine());
            }
            String answer = answers.poll();
            if (answer == null) {
                return heard.toString();
            }
            socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return heard.toString();
    }

    private List<ServiceProbe.Step> steps(int port) {
        Service service = ServiceAnswer.of("cache", "valkey", "startup-4")
                .component("valkey", LoopbackServer.HOST, port, "dynamic", "primary")
                .user("default", Optional.of("secret"))
                .build();
        return new ValkeyProbe().steps(service, authority.ca());
    }
}
