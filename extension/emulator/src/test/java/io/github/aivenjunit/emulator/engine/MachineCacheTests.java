package io.github.aivenjunit.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCacheTests {

    @TempDir
    private Path directory;

    @Test
    void anEntryIsMadeOnceForAnyNumberOfThreads() throws Exception {
        AtomicInteger fills = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Path>> entries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                MachineCache cache = cache();
                entries.add(threads.submit(() -> {
                    start.await();
                    return cache.entry("key", target -> {
                        fills.incrementAndGet();
                        Files.writeString(target.resolve("file"), "content");
                    });
                }));
            }
            start.countDown();
            for (Future<Path> entry : entries) {
                assertThat(entry.get().resolve("file")).hasContent("content");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(fills).hasValue(1);
    }

    @Test
    void aFailedFillLeavesNothingAndIsTriedAgain() throws Exception {
        assertThatThrownBy(() -> cache().entry("key", target -> {
                    Files.writeString(target.resolve("half"), "");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(directory.resolve("key")).doesNotExist();

        Path entry = cache().entry("key", target -> Files.writeString(target.resolve("whole"), ""));

        assertThat(entry).isDirectoryContaining("glob:**/whole").isDirectoryNotContaining("glob:**/half");
    }

    @Test
    void whatAKilledJvmLeftHalfMadeIsRemoved() throws Exception {
        Files.createDirectories(directory.resolve("key.part-1/deep"));

        cache().entry("key", target -> Files.writeString(target.resolve("file"), ""));

        assertThat(directory).isDirectoryNotContaining("glob:**.part-*");
    }

    @Test
    void anInterruptEndsTheWaitForAnotherThread() throws Exception {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> cache().entry("key", target -> {})).isInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theUsersCacheDirectoryIsTheDefault() throws Exception {
        Path entry = MachineCache.open(Optional.empty(), Map.of("XDG_CACHE_HOME", directory.toString()), false)
                .entry("key", target -> {});

        assertThat(entry).isEqualTo(directory.resolve("aiven-junit/key"));
    }

    @Test
    void aCacheThatOthersCannotReachIsNotUsedWhenServersRunAsSomebodyElse() throws Exception {
        Path home = Files.createDirectory(
                directory.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        Path entry = MachineCache.open(Optional.empty(), Map.of("XDG_CACHE_HOME", home.toString()), true)
                .entry("test-" + ProcessHandle.current().pid(), target -> {});

        assertThat(entry.toString()).startsWith(System.getProperty("java.io.tmpdir") + "/aiven-junit-cache-");
        new FileTree(entry).delete();
        Files.delete(entry.resolveSibling(entry.getFileName() + ".lock"));
        Path cache = entry.resolveSibling(".").normalize();
        if (isEmpty(cache)) {
            Files.delete(cache);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
            return !content.iterator().hasNext();
        }
    }

    private MachineCache cache() throws IOException {
        return MachineCache.open(Optional.of(directory), Map.of(), false);
    }
}
