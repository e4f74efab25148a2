package io.github.aivenjunit.engine.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ValkeyOrphanTests {

    @RegisterExtension
    final ValkeyServers servers = new ValkeyServers();

    @Test
    void aKilledJvmLeavesNoProcessAndNoDirectory() throws Exception {
        ForkedServer forked = ForkedServer.start(servers.data());
        List<ProcessHandle> processes = forked.processes();
        assertThat(processes).contains(servers.process());

        forked.jvm().destroyForcibly();

        forked.awaitEnd(processes);
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void aJvmThatEndsWithoutClosingLeavesNothing() throws Exception {
        ForkedServer forked = ForkedServer.start(servers.data());
        List<ProcessHandle> processes = forked.processes();

        forked.jvm().destroy();

        forked.awaitEnd(processes);
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void whatAKilledJvmAndAKilledShellLeftIsRemovedByTheNextStart() throws Exception {
        ForkedServer forked = ForkedServer.start(servers.data());
        List<ProcessHandle> processes = forked.processes();
        Path leftover = servers.directory();
        ProcessHandle server = servers.process();
        ProcessHandle shell = forked.jvm().children().findFirst().orElseThrow();
        // The shell first, or it does its duty before it is killed.
        shell.destroyForcibly();
        shell.onExit().get(60, TimeUnit.SECONDS);
        forked.jvm().destroyForcibly();
        assertThat(forked.jvm().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(server.isAlive()).as("the server outlived its shell").isTrue();

        servers.start();

        forked.awaitEnd(processes);
        assertThat(leftover).doesNotExist();
        assertThat(servers.process().isAlive()).isTrue();
    }
}
