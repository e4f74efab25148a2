package io.github.aivenjunit.engine.valkey.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The files in a server's directory: configuration, certificate, users. The server itself keeps the users' file up to
 * date.
 *
 * @param request what the server is for
 * @param port where its clients find it
 * @param settings what the user configuration means
 * @param management this artifact's own user, who may do what is closed to clients
 */
record ServerFiles(EngineRequest request, int port, ValkeySettings settings, Credentials management) {

    private static final String MANAGEMENT_USER = "_aiven";
    /** Every write is in the system's hands before its answer, so a killed server loses none. */
    private static final String KEPT = "appendonly yes\nappendfsync no";

    private static final int PASSWORD_BYTES = 32;

    ServerFiles(EngineRequest request, int port) {
        this(
                request,
                port,
                ValkeySettings.of(request.userConfig()),
                new Credentials(MANAGEMENT_USER, randomPassword()));
    }

    AccessRules rules() {
        return new AccessRules(settings.allChannels());
    }

    static Path configuration(NativeServer server) {
        return server.directory().resolve("valkey.conf");
    }

    static Path socket(NativeServer server) {
        return server.directory().resolve("valkey.sock");
    }

    void writeTo(NativeServer server) throws IOException {
        Path certificate = server.write("server.crt", request.tls().certificatePem());
        Path key = server.write("server.key", request.tls().privateKeyPem());
        Path users = server.write("users.acl", users(server));
        List<String> lines = new ArrayList<>(List.of(
                "bind 127.0.0.1",
                "dir " + quoted(server.directory()),
                "unixsocket " + quoted(socket(server)),
                "unixsocketperm 700",
                "aclfile " + quoted(users),
                // The pid of the server itself, should the program be a script that starts it.
                "pidfile " + quoted(server.directory().resolve("server.pid")),
                // Its command line goes on to tell which service a process belongs to.
                "set-proc-title no",
                "save \"\"",
                settings.persistent() && request.home().isPresent() ? KEPT : "appendonly no"));
        if (settings.tls()) {
            lines.addAll(List.of(
                    "port 0",
                    "tls-port " + port,
                    "tls-cert-file " + quoted(certificate),
                    "tls-key-file " + quoted(key),
                    "tls-auth-clients no"));
        } else {
            lines.add("port " + port);
        }
        lines.addAll(settings.directives());
        server.write(configuration(server).getFileName().toString(), String.join("\n", lines) + "\n");
    }

    /** What an earlier server left in the home, with this one's management user, or those of a new service. */
    private String users(NativeServer server) throws IOException {
        List<String> lines = new ArrayList<>();
        Path left = server.directory().resolve("users.acl");
        if (Files.exists(left)) {
            String own = "user " + management.username() + " ";
            Files.readAllLines(left).stream()
                    .filter(line -> !line.startsWith(own))
                    .forEach(lines::add);
            lines.add(user(management, AccessRules.everything()));
            return String.join("\n", lines) + "\n";
        }
        lines.add(user(request.admin(), rules().unlimited()));
        lines.add(user(management, AccessRules.everything()));
        if (!request.admin().username().equals("default")) {
            // Without a line of its own it would need no password.
            lines.add("user default reset off");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String user(Credentials user, List<String> access) {
        return "user " + user.username() + " " + String.join(" ", AccessRules.login(user)) + " "
                + String.join(" ", access);
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
