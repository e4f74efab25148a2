package io.github.aivenjunit.verification.kill;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A fork as Surefire runs it with several of them: one launcher session, and in it a plan for each class that it is told
 * of. Its arguments are those that Surefire gives to a fork.
 */
final class ForkMain {

    private ForkMain() {}

    /** Runs the classes that come in, one a line, and says how each ended. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                Failures failures = new Failures();
                session.getLauncher()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(selectClass(line))
                                        .build(),
                                failures);
                say("ran " + line + String.join("", failures.text));
            }
        }
        say("closed");
    }

    private static void say(String line) throws IOException {
        System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static final class Failures implements TestExecutionListener {

        private final List<String> text = new CopyOnWriteArrayList<>();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            result.getThrowable().ifPresent(failure -> text.add(" failed: " + failure.getMessage()));
        }
    }
}
