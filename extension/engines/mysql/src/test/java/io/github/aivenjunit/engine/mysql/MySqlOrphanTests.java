package io.github.aivenjunit.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MySqlOrphanTests {

    @RegisterExtension
    final MySqlServers servers = new MySqlServers();

    @Test
    void aKilledJvmLeavesNoProcessAndNoDirectory() throws Exception {
        ForkedServer forked =
                ForkedServer.start(servers.data(), TestPlaces.sharedCache()).running();
        List<ProcessHandle> processes = forked.processes();
        assertThat(servers.processes()).anyMatch(line -> line.contains("mariadbd"));

        forked.kill();

        forked.awaitEnd(processes);
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void aJvmThatEndsWithoutClosingLeavesNothing() throws Exception {
        ForkedServer forked =
                ForkedServer.start(servers.data(), TestPlaces.sharedCache()).running();
        List<ProcessHandle> processes = forked.processes();

        forked.jvm().destroy();

        forked.awaitEnd(processes);
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void whatAKilledJvmAndAKilledShellLeftIsRemovedByTheNextStart() throws Exception {
        ForkedServer forked =
                ForkedServer.start(servers.data(), TestPlaces.sharedCache()).running();
        List<ProcessHandle> processes = forked.processes();
        Path leftover = servers.directory();
        ProcessHandle shell = processes.get(0);
        // The shell first: once the JVM is dead it begins its duty, and its helpers would outlive it for a moment.
        shell.destroyForcibly();
        shell.onExit().get(60, TimeUnit.SECONDS);
        forked.kill();

        DatabaseServer next = servers.start();

        assertThat(servers.processes()).noneMatch(line -> line.contains(leftover.toString()));
        forked.awaitEnd(processes);
        assertThat(leftover).doesNotExist();
        assertThat(next.databases()).containsExactly("defaultdb");
    }

    @Test
    void theServersOfALivingJvmAreLeftAlone() throws Exception {
        ForkedServer forked =
                ForkedServer.start(servers.data(), TestPlaces.sharedCache()).running();
        Path directory = servers.directory();

        servers.start();

        assertThat(directory).isNotEmptyDirectory();
        assertThat(forked.processes()).isNotEmpty();
        forked.jvm().getOutputStream().close();
        assertThat(forked.jvm().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(forked.jvm().exitValue()).isZero();
    }

    @Test
    void twoJvmsFillAnEmptyCacheTogether(@TempDir Path cache) throws Exception {
        ForkedServer one = ForkedServer.start(servers.data(), cache);
        ForkedServer two = ForkedServer.start(servers.data(), cache);
        for (ForkedServer forked : List.of(one, two)) {
            forked.running().jvm().getOutputStream().close();
            assertThat(forked.jvm().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(forked.jvm().exitValue()).isZero();
        }

        assertThat(names(cache))
                .as("the programs, the template, and a lock for each")
                .hasSize(4)
                .noneMatch(name -> name.contains(".part-"));
    }

    private static List<String> names(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        return names;
    }
}
