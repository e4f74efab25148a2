package io.github.aivenjunit.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that takes from a shared budget at a moment that stands still, and writes down how much it got. */
final class BudgetFork {

    static final long MOMENT = TimeUnit.SECONDS.toMicros(1_795_255_200L);

    private BudgetFork() {}

    /** Arguments: the budget's file, the file for the result, how many to take at most, how it ends. */
    public static void main(String[] arguments) throws IOException {
        RateBudget budget = new RateBudget(MappedWords.open(Path.of(arguments[0])), 100, () -> MOMENT);
        int most = Integer.parseInt(arguments[2]);
        int taken = 0;
        while (taken < most && budget.take(Urgency.WRITE, 0).isEmpty()) {
            taken++;
        }
        Files.writeString(Path.of(arguments[1]), String.valueOf(taken));
        if (arguments[3].equals("halt")) {
            Runtime.getRuntime().halt(0);
        }
    }

    static Process start(Path budget, Path result, int most, String end) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(BudgetFork.class.getName(), budget.toString(), result.toString(), String.valueOf(most), end));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
