package io.github.aivenjunit.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.ExtensibleServer;
import io.github.aivenjunit.emulator.engine.ServerExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresExtensionsTests {

    @RegisterExtension
    final PostgresServers servers = new PostgresServers();

    @Test
    void everyExtensionThatIsListedCanBeCreatedByTheFirstUser() throws Exception {
        ExtensibleServer server = (ExtensibleServer) servers.start();

        List<ServerExtension> extensions = server.extensions();

        assertThat(extensions)
                .extracting(ServerExtension::name)
                .isSorted()
                .contains("hstore", "pg_trgm", "pgcrypto", "postgres_fdw", "uuid-ossp")
                .doesNotContain("vector", "postgis", "timescaledb", "file_fdw", "adminpack");
        assertThat(extensions)
                .filteredOn(extension -> extension.name().equals("pgcrypto"))
                .singleElement()
                .satisfies(pgcrypto -> assertThat(pgcrypto.versions()).contains(pgcrypto.defaultVersion()));
        for (ServerExtension extension : extensions) {
            servers.query(
                    (DatabaseServer) server, "CREATE EXTENSION IF NOT EXISTS \"" + extension.name() + "\" CASCADE");
        }
    }

    @Test
    void aServerThatDoesNotRunCannotTell() {
        ExtensibleServer server = (ExtensibleServer) servers.create();

        assertThatThrownBy(server::extensions).hasMessage("Service orders is not running. Power it on first.");
    }
}
