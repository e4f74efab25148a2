package io.github.aivenjunit.watchdog.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines to and from the child. One at a time: not thread-safe. */
final class Conversation {

    /** Stands for the end of the child's answers; no answer is empty. */
    static final String END = "";

    private static final Logger logger = LoggerFactory.getLogger(Conversation.class);

    private final Process process;
    private final OutputStream lines;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Conversation(Process process) {
        this.process = process;
        this.lines = process.getOutputStream();
    }

    /**
     * Begins to listen.
     *
     * @param ended run by the listening thread when the child has closed its side
     */
    static Conversation begin(Process process, Runnable ended) {
        Conversation conversation = new Conversation(process);
        Thread listener = new Thread(() -> conversation.listen(ended), "aiven-junit-watchdog");
        listener.setDaemon(true);
        listener.start();
        return conversation;
    }

    Process process() {
        return process;
    }

    void say(String line) throws IOException {
        lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        lines.flush();
    }

    /** The next answer, or {@link #END}; empty when the time runs out. */
    Optional<String> answer(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return Optional.ofNullable(answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS));
                } catch (InterruptedException e) {
                    // An answer that nobody reads would be taken for the next one.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void end(String lastWord) {
        try {
            say(lastWord);
        } catch (IOException e) {
            logger.debug("The watchdog has ended before it was told to", e);
        }
        end();
    }

    void end() {
        try {
            lines.close();
        } catch (IOException e) {
            logger.debug("The watchdog has ended before its pipe was closed", e);
        }
    }

    void awaitEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                logger.debug("The watchdog, process {}, takes its time to end", process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        process.destroyForcibly();
        end();
    }

    private void listen(Runnable ended) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                answers.add(line);
            }
        } catch (IOException e) {
            logger.debug("The watchdog's answers ended", e);
        }
        answers.add(END);
        ended.run();
    }
}
