package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import io.github.aivenjunit.platform.EmbeddedPlatform;
import io.github.aivenjunit.platform.RunningPlatform;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AivenEmulatorTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @Test
    void itIsFoundAsAnEmbeddedPlatform() throws Exception {
        EmbeddedPlatform found =
                ServiceLoader.load(EmbeddedPlatform.class).findFirst().orElseThrow();

        try (RunningPlatform running = found.start();
                RunningPlatform another = found.start()) {
            assertThat(running.endpoint()).isNotEqualTo(another.endpoint());
            assertThat(running.token()).isNotEqualTo(another.token()).hasSize(64);
            HttpRequest request = HttpRequest.newBuilder(URI.create(running.endpoint() + "/v1/me"))
                    .header("Authorization", "Bearer " + running.token())
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void itListensOnLoopbackOnly() {
        assertThat(emulator.emulator().endpoint().toString()).matches("http://127\\.0\\.0\\.1:[0-9]+");
    }

    @Test
    void aTakenPortIsRefused() {
        int port = emulator.emulator().endpoint().getPort();

        assertThatThrownBy(() -> AivenEmulator.builder().port(port).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "The emulator cannot listen on port " + port + " of 127.0.0.1. Choose another, or 0 for any.");
    }

    @Test
    void oneSeedGivesTheSameIdsPasswordsAndToken() {
        try (AivenEmulator one = AivenEmulator.builder().seed(1).start();
                AivenEmulator same = AivenEmulator.builder().seed(1).start();
                AivenEmulator other = AivenEmulator.builder().seed(2).start()) {
            assertThat(one.organization()).isEqualTo(same.organization()).isNotEqualTo(other.organization());
            assertThat(one.token()).isEqualTo(same.token()).isNotEqualTo(other.token());
        }
    }

    @Test
    void requestsAreRememberedWithoutSecrets() {
        emulator.project("orders");
        emulator.get("/project/orders/service/a%2Fb?include_secrets=true");
        emulator.get("/nowhere");

        assertThat(emulator.emulator().requests())
                .containsExactly(
                        new ReceivedRequest(
                                TestEmulator.START, "POST", "/v1/project", 200, Optional.of("ProjectCreate")),
                        new ReceivedRequest(
                                TestEmulator.START,
                                "GET",
                                "/v1/project/orders/service/a%2Fb",
                                404,
                                Optional.of("ServiceGet")),
                        new ReceivedRequest(TestEmulator.START, "GET", "/v1/nowhere", 404, Optional.empty()));
    }

    @Test
    void theUserFileHoldsAddressAndTokenForItsOwnerOnly(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("home"));
        Files.writeString(directory.resolve("home/aiven.properties"), "stale");

        Path file = emulator.emulator().writeUserFile(directory.resolve("home"));

        assertThat(file).isEqualTo(directory.resolve("home/aiven.properties"));
        Properties written = new Properties();
        written.load(new StringReader(Files.readString(file)));
        assertThat(written)
                .containsOnly(
                        Map.entry("url", emulator.emulator().endpoint().toString()),
                        Map.entry("token", emulator.emulator().token()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void snapshotsShowWhatExists() {
        emulator.project("orders");
        emulator.service("orders", "main", "pg", "startup-4");

        assertThat(emulator.emulator().projects()).singleElement().satisfies(project -> {
            assertThat(project.organization()).isFalse();
            assertThat(project.cloud()).isEqualTo("google-europe-west1");
            assertThat(project.services()).isEqualTo(emulator.emulator().services());
        });
        assertThat(emulator.emulator().services())
                .containsExactly(new EmulatedService(
                        "orders",
                        "main",
                        "pg",
                        "startup-4",
                        "google-europe-west1",
                        "RUNNING",
                        false,
                        Map.of(),
                        List.of("avnadmin"),
                        List.of("defaultdb")));
    }

    @Test
    void aScaledClockRunsFaster() {
        EmulatorClock clock = EmulatorClock.scaled(1_000_000);
        Instant before = clock.now();
        long realBefore = System.nanoTime();
        while (System.nanoTime() - realBefore < 1_000_000) {
            Thread.onSpinWait();
        }

        assertThat(Duration.between(before, clock.now())).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void nonsensicalTimesAreRefused() {
        assertThatThrownBy(() -> EmulatorClock.scaled(0))
                .hasMessage("A clock cannot run 0.0 times as fast. Choose a finite factor above 0.");
        assertThatThrownBy(() -> EmulatorClock.manual().advance(Duration.ofSeconds(-1)))
                .hasMessage("The clock cannot go back by PT1S. Advance it by zero or more.");
        assertThatThrownBy(() -> BuildTimes.fixed(Duration.ofSeconds(-1)))
                .hasMessage("A service cannot build in PT-1S. Choose zero or more.");
        assertThatThrownBy(() -> AivenEmulator.builder().token(" "))
                .hasMessage("The token is blank. Choose one with visible characters.");
    }
}
