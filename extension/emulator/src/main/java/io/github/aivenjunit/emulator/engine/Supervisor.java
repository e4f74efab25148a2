package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/*
 * A shell between this JVM and a server. It holds the reading end of a pipe whose only writing end is ours, so it learns
 * of our death from the system, whatever killed us. It then stops the server, waits for it and removes the directory.
 *
 * Orders are lines: "run WORDS" starts a server, any other word is a signal for it. The only answer is a line with the
 * exit status of a server that has ended.
 *
 * Interrupts and hang-ups of a terminal reach every process of a session, so the shell ignores them and opens a session
 * of its own where setsid exists. The server inherits that and a shell's background jobs ignore QUIT: a server must set
 * its own handler for the signal that stops it.
 */
/** The process that ends a server and removes its directory as soon as this JVM lets go of it or dies. Not thread-safe. */
final class Supervisor {

    private static final String LAUNCH = """
            if command -v setsid >/dev/null 2>&1; then exec setsid /bin/sh -c "$0" supervisor "$@"; fi
            exec /bin/sh -c "$0" supervisor "$@"
            """;

    // The last signal is repeated because a server that is still starting may not hear the first one. The pause between
    // is reaped by its own shell: in a container, the first process often reaps nobody.
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            directory=$1 last=$2 keep=$3
            deliver() { test -s "$directory/server.pid" && kill -s "$1" "$(cat "$directory/server.pid")"; }
            runner=
            while read -r order words; do
              case $order in
                run)
                  (eval "$words" </dev/null >"$directory/server.log" 2>&1
                   status=$?; rm -f "$directory/server.pid"; echo "$status") &
                  runner=$! ;;
                *) deliver "$order" ;;
              esac
            done
            if test -n "$runner"; then
              (trap 'kill -s KILL "$nap"; wait "$nap"; exit' USR1
               left=100
               while test "$left" -gt 0; do
                 deliver "$last"; sleep 0.1 & nap=$!; wait "$nap"; left=$((left - 1))
               done
               deliver KILL) &
              killer=$!
              wait "$runner"
              kill -s USR1 "$killer"
              wait "$killer"
            fi
            test -n "$keep" || rm -rf "$directory"
            """;

    /** Writes the pid that the server will have: a prefix such as runuser keeps a process of its own before it. */
    private static final List<String> RECORD_PID = List.of("/bin/sh", "-c", "echo $$ >\"$0\"; exec \"$@\"");

    private static final Duration POLL = Duration.ofMillis(2);

    private final Path directory;
    private final Process shell;
    private final OutputStream orders;
    private final InputStream answers;

    private Supervisor(Path directory, Process shell) {
        this.directory = directory;
        this.shell = shell;
        this.orders = shell.getOutputStream();
        this.answers = shell.getInputStream();
    }

    /** From here on the directory is removed when this JVM ends, whether it exists already or not. */
    static Supervisor start(Path directory, String lastSignal) throws IOException {
        return start(directory, lastSignal, "");
    }

    /** The same, but the directory stays. */
    static Supervisor startKeeping(Path directory, String lastSignal) throws IOException {
        return start(directory, lastSignal, "keep");
    }

    private static Supervisor start(Path directory, String lastSignal, String keep) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", LAUNCH, SCRIPT, directory.toString(), lastSignal, keep);
        // The JVM's environment may hold secrets, and settings that would change the server.
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        if (path != null) {
            builder.environment().put("PATH", path);
        }
        builder.environment().put("LC_ALL", "C");
        builder.directory(Path.of("/").toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Supervisor(directory, builder.start());
    }

    void run(ServerUser user, List<String> command) throws IOException {
        List<String> words = new ArrayList<>(RECORD_PID);
        words.add(directory.resolve("server.pid").toString());
        words.addAll(command);
        order("run " + user.command(words).stream().map(Supervisor::quoted).collect(Collectors.joining(" ")));
    }

    void signal(String name) throws IOException {
        order(name);
    }

    /** Waits for the end of the running server; empty when it still runs after that time. */
    OptionalInt awaitExit(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (answers.available() > 0) {
                return OptionalInt.of(readStatus());
            }
            long remaining = Math.min(deadline - System.nanoTime(), POLL.toNanos());
            if (remaining <= 0) {
                return OptionalInt.empty();
            }
            if (shell.waitFor(remaining, TimeUnit.NANOSECONDS) && answers.available() == 0) {
                throw new IOException("The shell that watches over " + directory
                        + " was killed. Find out what ends processes of this user and start the service again.");
            }
        }
    }

    /** Lets the shell end the server and remove the directory, without waiting for it. */
    void letGo() {
        try {
            orders.close();
        } catch (IOException alreadyGone) {
            // A shell that has ended needs no order to end.
        }
    }

    /** Ends the shell without anything that it would do. */
    void kill() {
        shell.destroyForcibly();
        letGo();
    }

    /** Lets the shell end the server and remove the directory; false when it did not manage in that time. */
    boolean finish(Duration patience) throws InterruptedException {
        letGo();
        boolean finished = shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (!finished) {
            shell.destroyForcibly();
        }
        return finished;
    }

    private void order(String line) throws IOException {
        orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
    }

    private int readStatus() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next >= 0 && next != '\n'; next = answers.read()) {
            line.append((char) next);
        }
        return Integer.parseInt(line.toString());
    }

    private static String quoted(String word) {
        if (word.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A word of a server's command holds a line break. Remove it.");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
