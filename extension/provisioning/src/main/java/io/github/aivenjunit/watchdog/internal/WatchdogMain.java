package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.journal.internal.JournalLine;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The child. Listens until the session says goodbye, or until the pipe ends because the session is dead; in that case it
 * deletes what is left.
 */
public final class WatchdogMain {

    private final BufferedReader lines;
    private final OutputStream answers;
    private final List<String> told = new ArrayList<>();

    private WatchdogMain(BufferedReader lines, OutputStream answers) {
        this.lines = lines;
        this.answers = answers;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Signals.ignore("INT", "HUP", "TERM");
        try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
                OutputStream answers = new FileOutputStream(FileDescriptor.out)) {
            new WatchdogMain(lines, answers).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        String first = lines.readLine();
        if (first == null) {
            return;
        }
        Charge charge = Charge.read(first);
        charge.network().forEach(System::setProperty);
        answer(Word.READY);
        ExecutorService executor = Executors.newCachedThreadPool(WatchdogMain::daemon);
        Legacy legacy = new Legacy(
                charge,
                told,
                new JdkDeletionApi(new JdkHttp(charge.endpoint(), charge.token()), charge.organization()),
                executor);
        executor.execute(() -> Warmth.gather(charge.endpoint()));
        if (!hearsGoodbye()) {
            legacy.delete();
        }
    }

    private boolean hearsGoodbye() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(Word.BYE)) {
                    return true;
                }
                boolean readable = JournalLine.read(line).isPresent();
                if (readable) {
                    told.add(line);
                }
                answer(readable ? Word.OK : Word.UNREADABLE);
            }
        } catch (IOException e) {
            // The answer to a session that has just died. Its end is what this process waits for.
            return false;
        }
        return false;
    }

    private void answer(String word) throws IOException {
        answers.write((word + "\n").getBytes(StandardCharsets.UTF_8));
        answers.flush();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "aiven-junit-watchdog");
        thread.setDaemon(true);
        return thread;
    }
}
