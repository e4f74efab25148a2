package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.config.Audience;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All waits in one line of a terminal, rewritten in place. */
public final class TerminalLine implements WaitDisplay {

    private static final int WIDTH = 110;

    /** Back to the first column, and everything after it erased (ECMA-48: EL). */
    private static final String START_OF_LINE = "\r\u001B[K";

    private final PrintWriter terminal;
    private final SortedMap<String, String> waits = new TreeMap<>();

    TerminalLine(PrintWriter terminal) {
        this.terminal = terminal;
    }

    /**
     * A line on the terminal of this JVM, if a person sits before it: not on a CI machine, and not in a fork of Surefire,
     * whose output belongs to Maven.
     */
    public static WaitDisplay ofThisJvm() {
        return Optional.ofNullable(System.console())
                .filter(console -> isTerminal(console) && Audience.isPerson())
                .<WaitDisplay>map(console -> new TerminalLine(console.writer()))
                .orElseGet(WaitDisplay::none);
    }

    /** Since Java 22 there is a console without a terminal, too, and a method that tells. */
    private static boolean isTerminal(Object console) {
        try {
            Method method = Console.class.getMethod("isTerminal");
            @Nullable Object answer = method.invoke(console);
            return Boolean.TRUE.equals(answer);
        } catch (ReflectiveOperationException javaBefore22) {
            return true;
        }
    }

    @Override
    public Optional<Duration> interval() {
        return Optional.of(Duration.ofSeconds(1));
    }

    @Override
    public synchronized void show(String service, String state) {
        waits.put(service, state);
        write();
    }

    @Override
    public synchronized void done(String service) {
        if (waits.remove(service) != null) {
            write();
        }
    }

    private void write() {
        String line = waits.entrySet().stream()
                .map(wait -> wait.getKey() + " " + wait.getValue())
                .collect(Collectors.joining(" | "));
        terminal.print(START_OF_LINE + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
        terminal.flush();
    }
}
