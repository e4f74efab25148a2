package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The archives of classes that engines make in the background after their first start.
 *
 * @param cache where the engines keep them
 */
record ClassArchives(Path cache) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Waits until there is one of each engine that makes one. The JVM that started the engines must call this. */
    void await(List<Engine> engines) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (WatchService changes = cache.getFileSystem().newWatchService()) {
            cache.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            List<String> missing = missing(engines);
            while (!missing.isEmpty()) {
                WatchKey change = changes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (change == null) {
                    throw new IOException("No archive of classes for " + missing + " within " + PATIENCE.toSeconds()
                            + " s. Put a log backend on the class path and look for what the engine says.");
                }
                change.pollEvents();
                change.reset();
                missing = missing(engines);
            }
        }
    }

    private List<String> missing(List<Engine> engines) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Engine engine : engines) {
            if (engine.makesClassArchive() && !has(engine.serviceType())) {
                missing.add(engine.serviceType());
            }
        }
        return missing;
    }

    /** Names with a dot are locks, and entries that are being written. */
    private boolean has(String kind) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(cache, kind + "-classes-*")) {
            for (Path entry : entries) {
                if (!entry.getFileName().toString().contains(".") && Files.exists(entry.resolve("classes.jsa"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
