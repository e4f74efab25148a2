package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.ServiceConnections;
import io.github.aivenjunit.connection.ValkeyConnection;
import io.github.aivenjunit.readiness.Rung;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Valkey: a login and a {@code PING} in its own protocol, which is two lines long and needs no client library. */
public final class ValkeyProbe implements ServiceProbe {

    private final BiFunction<Service, CaCertificate, ValkeyConnection> connection;

    public ValkeyProbe() {
        this(ServiceConnections::valkey);
    }

    /**
     * The probe of another type with this protocol.
     *
     * @param connection reads the first user's connection
     */
    public ValkeyProbe(BiFunction<Service, CaCertificate, ValkeyConnection> connection) {
        this.connection = connection;
    }

    @Override
    public List<Step> steps(Service service, CaCertificate ca) {
        ValkeyConnection target = connection.apply(service, ca);
        return List.of(
                NetworkSteps.dns(target.host()),
                NetworkSteps.tcp(target.host(), target.port()),
                NetworkSteps.tls(target.host(), target.port(), ca, socket -> {}),
                new Step(Rung.LOGIN, () -> converse(target, List.of())),
                new Step(Rung.QUERY, () -> converse(target, List.of("PING"))));
    }

    @Override
    public Optional<Attempt> login(Service service, CaCertificate ca, ServiceUser user) {
        ValkeyConnection admin = connection.apply(service, ca);
        return user.password()
                .map(password -> admin.withUser(user.username(), password))
                .map(target -> () -> converse(target, List.of()));
    }

    private static void converse(ValkeyConnection target, List<String> command) throws IOException {
        try (Socket server = NetworkSteps.openTls(target.host(), target.port(), target.ca())) {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
            send(
                    server,
                    answers,
                    List.of("AUTH", target.user(), target.password().reveal()),
                    "+OK");
            if (!command.isEmpty()) {
                send(server, answers, command, "+PONG");
            }
        }
    }

    private static void send(Socket server, BufferedReader answers, List<String> words, String expected)
            throws IOException {
        StringBuilder request = new StringBuilder("*" + words.size() + "\r\n");
        for (String word : words) {
            request.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        server.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        server.getOutputStream().flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The server hung up after " + words.get(0) + ".");
        }
        if (!expected.equals(answer)) {
            throw new IOException("The server answered " + words.get(0) + " with: " + answer);
        }
    }
}
