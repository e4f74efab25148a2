package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.readiness.internal.Poller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Looks at processes from outside. */
final class Children {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Children() {}

    /** The watchdog of a process. */
    static long watchdogOf(ProcessHandle parent) {
        return parent.children()
                .filter(child -> commandLine(child.pid()).contains(WatchdogMain.class.getName()))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    static String commandLine(long pid) {
        try {
            return Files.readString(proc(pid, "cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    static String environment(long pid) throws IOException {
        return Files.readString(proc(pid, "environ"));
    }

    /** Also a process that nobody has asked how it ended has ended. */
    static boolean ended(long pid) throws IOException {
        Path stat = proc(pid, "stat");
        try {
            String line = Files.readString(stat);
            return line.charAt(line.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            // A process that ends between the opening and the reading makes the reading fail.
            if (Files.exists(stat)) {
                throw e;
            }
            return true;
        }
    }

    static boolean eventually(Callable<Boolean> condition) throws InterruptedException {
        return new Poller(Duration.ofMillis(20))
                .until(PATIENCE, () -> Optional.of(condition.call()).filter(holds -> holds))
                .isPresent();
    }

    static void signal(String name, String target) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, "--", target)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("The signal " + name + " could not be sent to " + target);
        }
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", String.valueOf(pid), file);
    }
}
