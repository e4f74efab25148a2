package io.github.aivenjunit.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSearchOrphanTests {

    @RegisterExtension
    final OpenSearchServers servers = new OpenSearchServers();

    @Test
    void aKilledJvmLeavesNoProcessAndNoDirectory() throws Exception {
        ForkedServer forked =
                ForkedServer.start(servers.data(), TestPlaces.sharedCache()).running();
        List<ProcessHandle> processes = forked.processes();
        assertThat(servers.node().isAlive()).isTrue();

        forked.kill();

        forked.awaitEnd(processes);
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void aNodeEndsByItselfWhenTheShellThatWatchesWasKilledToo() throws Exception {
        ForkedServer forked =
                ForkedServer.start(servers.data(), TestPlaces.sharedCache()).running();
        List<ProcessHandle> processes = forked.processes();
        ProcessHandle shell = processes.get(0);
        shell.destroyForcibly();
        shell.onExit().get(60, TimeUnit.SECONDS);
        assertThat(servers.node().isAlive()).isTrue();

        forked.kill();

        forked.awaitEnd(processes);
        servers.start();
        try (Stream<Path> directories = Files.list(servers.data())) {
            assertThat(directories).as("directories after the next start").hasSize(1);
        }
    }
}
