package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private directory and the program that runs in it, one at a time. Made by {@link NativeHost#newServer}. Not
 * thread-safe.
 *
 * <p>A small shell process watches over it from the first moment: when this JVM ends, however it ends, the program is
 * stopped and the directory removed within moments. The program gets no environment but {@code PATH}, no input, and the
 * file {@code server.log} in its directory for output, which each program begins anew; it runs without root's rights.
 * Secrets belong in files of the directory, which nobody else can read, never in the command.
 */
public final class NativeServer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(NativeServer.class);
    /** More than the ten seconds that the shell gives a server before it kills it. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(15);

    private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);
    private static final Duration SIGNAL_INTERVAL = Duration.ofMillis(200);
    private static final int LOG_BYTES = 4_000;

    /** The shell reports the end of a program within milliseconds; a busy machine needs longer. */
    private static final Duration END_NOTICE = Duration.ofSeconds(2);

    private final Path directory;
    private final ServerUser user;
    private final Supervisor supervisor;
    private final DirectoryLease lease;
    private final boolean kept;
    private boolean running;
    private boolean closed;

    private NativeServer(Path directory, ServerUser user, Supervisor supervisor, DirectoryLease lease, boolean kept) {
        this.directory = directory;
        this.user = user;
        this.supervisor = supervisor;
        this.lease = lease;
        this.kept = kept;
    }

    static NativeServer prepare(Path directory, ServerUser user, String lastSignal) throws IOException {
        Supervisor supervisor = Supervisor.start(directory, lastSignal);
        try {
            Files.createDirectory(directory, FileTree.OWNER_ONLY);
        } catch (IOException failure) {
            supervisor.kill();
            throw failure;
        }
        try {
            return new NativeServer(directory, user, supervisor, DirectoryLease.take(directory), false);
        } catch (IOException failure) {
            supervisor.letGo();
            throw failure;
        }
    }

    /** In a directory that stays. What an earlier JVM left running there ends first. */
    static NativeServer prepareHome(Path directory, ServerUser user, String lastSignal)
            throws IOException, InterruptedException {
        if (Files.isDirectory(directory)) {
            awaitPredecessor(directory);
        }
        Files.createDirectories(directory, FileTree.OWNER_ONLY);
        DirectoryLease lease = DirectoryLease.takeAgain(directory);
        try {
            return new NativeServer(directory, user, Supervisor.startKeeping(directory, lastSignal), lease, true);
        } catch (IOException failure) {
            lease.close();
            throw failure;
        }
    }

    /** Its shell ends it by itself when its JVM was killed, which takes a moment. */
    private static void awaitPredecessor(Path directory) throws IOException, InterruptedException {
        Optional<ServerPid> predecessor = ServerPid.read(directory);
        if (predecessor.isEmpty()) {
            return;
        }
        if (!predecessor.get().endsWithin(LAST_PATIENCE)) {
            predecessor.get().kill();
        }
        Files.deleteIfExists(directory.resolve("server.pid"));
    }

    /** The server's directory. Its absolute path is short enough for a socket in it. */
    public Path directory() {
        return directory;
    }

    /** Copies a directory tree, for example a prepared data directory, under a new name into the server's directory. */
    public Path copy(Path tree, String name) throws IOException {
        Path target = directory.resolve(name);
        copyTree(tree, target);
        return target;
    }

    /** Copies a directory tree that a program made to a path that does not exist yet, for example into the cache. */
    public static void copyTree(Path tree, Path target) throws IOException {
        new FileTree(tree).copyTo(target);
    }

    /** Removes a directory tree if it is there. */
    public static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            new FileTree(tree).delete();
        }
    }

    /** Writes a file that only the server can read, at a path relative to its directory. */
    public Path write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    /**
     * Starts a program, which must stay in the foreground. Everything in the directory is given to the user it runs as.
     *
     * @param command the program and its arguments, without secrets: every user of the machine can see them
     * @throws IllegalStateException if a program is running already
     */
    public void start(List<String> command) throws IOException {
        if (running) {
            throw new IllegalStateException("A program runs in " + directory + " already. Stop it first.");
        }
        if (user.owner().isPresent()) {
            new FileTree(directory).giveTo(user.owner().getAsInt());
        }
        supervisor.run(user, command);
        running = true;
    }

    /** Whether a program was started whose end was not seen yet by {@link #awaitExit} or {@link #stop}. */
    public boolean running() {
        return running;
    }

    /**
     * Whether the program runs, asked for now: also when it has just ended and its shell has not said so yet.
     *
     * @throws InterruptedException if the calling thread was interrupted; the program runs on if it did
     */
    public boolean runs() throws IOException, InterruptedException {
        if (!running) {
            return false;
        }
        boolean works = ServerPid.read(directory).filter(ServerPid::works).isPresent();
        return awaitExit(works ? Duration.ZERO : END_NOTICE).isEmpty();
    }

    /**
     * Waits for the program to end. The natural way to pause between two attempts to reach it.
     *
     * @return its exit status as a shell reports it, or empty when it still runs after that time
     * @throws InterruptedException if the calling thread was interrupted; the program runs on
     */
    public OptionalInt awaitExit(Duration patience) throws IOException, InterruptedException {
        if (!running) {
            throw new IllegalStateException("No program runs in " + directory + ". Start one first.");
        }
        OptionalInt status = supervisor.awaitExit(patience);
        running = status.isEmpty();
        return status;
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it fails or takes longer than that; the message holds the end of its output
     * @throws InterruptedException if the calling thread was interrupted; close this server then
     */
    public void run(List<String> command, Duration patience) throws IOException, InterruptedException {
        start(command);
        OptionalInt status = awaitExit(patience);
        String program = Path.of(command.get(0)).getFileName().toString();
        if (status.isEmpty()) {
            String log = logTail();
            kill();
            throw new IOException(program + " did not end within " + patience.toSeconds()
                    + " s. Look for what slows this machine down." + log);
        }
        if (status.getAsInt() != 0) {
            throw new IOException(
                    program + " failed with status " + status.getAsInt() + ". See the end of its output." + logTail());
        }
    }

    /**
     * Ends the program with a signal, or kills it when that does not help in time. The signal is repeated, because a
     * program that was only just started does not hear the first one. Does nothing when none runs. Completes on an
     * interrupted thread too, which stays interrupted.
     *
     * @param signal the signal's name without {@code SIG}, for example {@code TERM}
     * @throws IOException if the program cannot be ended
     */
    public void stop(String signal, Duration patience) throws IOException {
        if (!running) {
            return;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            supervisor.signal(signal);
            if (endsWithin(SIGNAL_INTERVAL)) {
                return;
            }
        } while (System.nanoTime() < deadline);
        logger.warn("The server in {} ignored {} for {} s and is killed.", directory, signal, patience.toSeconds());
        kill();
    }

    /** The last lines of the program's output, each after a line break; empty when there are none. */
    public String logTail() {
        try (RandomAccessFile log =
                new RandomAccessFile(directory.resolve("server.log").toFile(), "r")) {
            long start = Math.max(0, log.length() - LOG_BYTES);
            byte[] bytes = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
            String lines = start == 0 ? text : text.substring(text.indexOf('\n') + 1);
            return lines.isEmpty() ? "" : System.lineSeparator() + lines;
        } catch (IOException noLog) {
            return "";
        }
    }

    /**
     * Ends the program and removes the directory. Idempotent. Completes on an interrupted thread too, which stays
     * interrupted.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        running = false;
        boolean interrupted = Thread.interrupted();
        try {
            // A shell that was killed ends without doing its duty.
            if (!supervisor.finish(LAST_PATIENCE) || (!kept && Files.exists(directory))) {
                removeByForce();
            }
        } catch (InterruptedException again) {
            interrupted = true;
            removeByForce();
        } finally {
            lease.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String toString() {
        return "NativeServer[" + directory + "]";
    }

    private boolean endsWithin(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return awaitExit(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))
                            .isPresent();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void kill() throws IOException {
        supervisor.signal("KILL");
        if (!endsWithin(KILL_PATIENCE)) {
            throw new IOException("The server in " + directory + " cannot be killed. End its process by hand.");
        }
    }

    private void removeByForce() {
        try {
            ServerPid.read(directory).ifPresent(ServerPid::kill);
            if (!kept) {
                new FileTree(directory).delete();
            }
        } catch (IOException failure) {
            logger.error("{} could not be removed ({}). Remove it by hand.", directory, failure.toString());
        }
    }
}
