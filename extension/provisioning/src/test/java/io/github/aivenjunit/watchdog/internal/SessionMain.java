package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.lease.internal.Lease;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A session that makes a project with services and lives until it is killed. */
final class SessionMain {

    private SessionMain() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String token = in.readLine();
        WatchedSession session = new WatchedSession(
                URI.create(arguments[0]), token, Optional.empty(), Path.of(arguments[1]), Duration.ofSeconds(2));
        Lease lease = session.createProject(arguments[2]);
        for (int service = 3; service < arguments.length; service++) {
            session.createService(lease, arguments[service]);
        }
        System.out.println(Children.watchdogOf(ProcessHandle.current()));
        String ignored = in.readLine();
    }
}
