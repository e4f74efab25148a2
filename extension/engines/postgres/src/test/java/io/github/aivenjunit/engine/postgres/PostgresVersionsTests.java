package io.github.aivenjunit.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.engine.postgres.internal.BinariesPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled version always; the others when the Maven profile {@code postgres-versions} has fetched their jars. */
class PostgresVersionsTests {

    private static final Path JARS = Path.of("target", "postgres-versions");

    @RegisterExtension
    final PostgresServers servers = new PostgresServers();

    @Test
    void theBundledVersionIsDescribed() {
        assertThat(servers.engine().describe(Map.of())).isEqualTo("PostgreSQL 17.11");
        assertThat(servers.engine().describe(Map.of("pg_version", "17"))).isEqualTo("PostgreSQL 17.11");
        assertThat(servers.engine().objection(Map.of())).isEmpty();
        assertThat(servers.engine().serviceType()).isEqualTo("pg");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyVersionStartsAndAnswers(Optional<Path> jar) throws Exception {
        try (URLClassLoader classPath = classPath(jar)) {
            PostgresEngine engine =
                    new PostgresEngine(new NativeHost(servers.data(), TestPlaces.sharedCache()), classPath);
            DatabaseServer server = servers.create(engine);

            server.powerOn();

            String version = engine.describe(Map.of()).replaceAll("\\D*(\\d+).*", "$1");
            assertThat(servers.query(server, "SHOW server_version"))
                    .singleElement()
                    .asString()
                    .startsWith(version + ".");
            server.createDatabase("orders");
            assertThat(server.databases()).containsExactly("defaultdb", "orders");
            servers.query(server, "CREATE TABLE public.t AS SELECT 1 AS one");
            assertThat(servers.query(server, "SELECT one FROM public.t")).containsExactly("1");
            assertThat(servers.query(server, "SELECT v FROM unnest(ARRAY['b', 'a', 'c']) v ORDER BY v"))
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    void aRenamedJarTellsItsVersionByItsContent(@TempDir Path directory) throws Exception {
        String name = BinariesPlatform.current().resource().orElseThrow();
        ClassLoader bundled = PostgresEngine.class.getClassLoader();
        try (InputStream content = Objects.requireNonNull(bundled.getResourceAsStream(name))) {
            Files.copy(content, directory.resolve(name));
        }

        try (URLClassLoader classPath =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
            PostgresEngine engine =
                    new PostgresEngine(new NativeHost(servers.data(), directory.resolve("cache")), classPath);

            assertThat(engine.describe(Map.of("pg_version", "17"))).isEqualTo("PostgreSQL 17");
        }
    }

    static List<Optional<Path>> jars() throws IOException {
        List<Optional<Path>> jars = new ArrayList<>();
        jars.add(Optional.empty());
        if (Files.isDirectory(JARS)) {
            try (DirectoryStream<Path> fetched = Files.newDirectoryStream(JARS, "*.jar")) {
                fetched.forEach(jar -> jars.add(Optional.of(jar)));
            }
        }
        return jars;
    }

    private static URLClassLoader classPath(Optional<Path> jar) throws IOException {
        return jar.isPresent()
                ? new URLClassLoader(new URL[] {jar.get().toUri().toURL()}, null)
                : new URLClassLoader(new URL[0], PostgresEngine.class.getClassLoader());
    }

    @Test
    void aUserWithoutANameIsRefusedBeforeAnythingIsStarted() {
        assertThat(PostgresEngine.objectionToUser("?"))
                .contains(
                        "PostgreSQL refuses to run for a user without a name, as in a container that is started with a"
                                + " bare uid; start it with a user of the image's /etc/passwd, or as root.");
        assertThat(PostgresEngine.objectionToUser("jane")).isEmpty();
    }
}
