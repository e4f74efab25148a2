package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The process that the file {@code server.pid} of a server's directory names.
 *
 * @param pid its number
 * @param recorded when it was written down; a process started later merely got the same number
 * @param owner the name of the directory's owner, who is also the process's
 */
record ServerPid(long pid, Instant recorded, String owner) {

    /** File times and process start times are not rounded alike. */
    private static final long ROUNDING_SECONDS = 1;

    /** A killed process looks alive for as long as nobody reaps it, so its end alone is not waited for. */
    private static final long LOOK_MILLIS = 200;

    /** A busy machine takes its time to end a process, too. */
    private static final int LOOKS = 50;

    static Optional<ServerPid> read(Path directory) throws IOException {
        Path file = directory.resolve("server.pid");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readString(file).trim());
            return Optional.of(new ServerPid(
                    pid,
                    Files.getLastModifiedTime(file).toInstant(),
                    Files.getOwner(directory).getName()));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** Whether it still works: a process that has ended and is not reaped yet has no command line. */
    boolean works() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .isPresent();
    }

    /** Waits for the process's end, if it is still the one that was recorded; false when it still works then. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(this::isRecorded);
        if (process.isEmpty() || !works()) {
            return true;
        }
        try {
            process.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        }
    }

    /**
     * Kills the process and waits for its end, if it is still the one that was recorded, and of the user who may have
     * recorded it.
     */
    void kill() {
        ProcessHandle.of(pid).filter(this::isRecorded).ifPresent(process -> {
            process.destroyForcibly();
            for (int look = 0; look < LOOKS && works(); look++) {
                process.onExit()
                        .completeOnTimeout(process, LOOK_MILLIS, TimeUnit.MILLISECONDS)
                        .join();
            }
        });
    }

    private boolean isRecorded(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.user().filter(owner::equals).isPresent()
                && info.startInstant()
                        .filter(start -> start.isBefore(recorded.plusSeconds(ROUNDING_SECONDS)))
                        .isPresent();
    }
}
