package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.slf4j.LoggerFactory;

/** Tokens and passwords stay in memory: a canary is looked for in everything that a run says. */
class SecretTests {

    private static final String CANARY = "canary7Qx4T0kenThatMustNotLeak";

    @Test
    void neitherTokenNorPasswordIsInAnyLogLineReportOrException() {
        Everything said = Everything.listen();
        AivenEmulator emulator = AivenEmulator.builder().token(CANARY).start();
        try (ExtensionRun run = ExtensionRun.on(emulator)) {
            EngineExecutionResults results = run.run(TalkingTestCase.class, FailingTestCase.class);

            results.testEvents()
                    .assertStatistics(statistics -> statistics.succeeded(1).failed(1));
            results.allEvents().stream().map(String::valueOf).forEach(said::add);
        } finally {
            said.stop();
        }
        assertThat(said.lines()).hasSizeGreaterThan(20).noneMatch(line -> line.contains(CANARY));
        // Passwords of the emulator look like Aiven's.
        assertThat(said.lines()).noneMatch(line -> line.matches("(?s).*AVNS_[A-Za-z0-9_-]{19}.*"));
    }

    @AivenProject
    @AivenPostgres
    static class TalkingTestCase {
        @Test
        void talks(EphemeralProject project, PostgresService postgres, TestReporter reporter) {
            reporter.publishEntry("project", project.toString());
            reporter.publishEntry("service", postgres.toString());
            reporter.publishEntry("details", postgres.details().toString());
            reporter.publishEntry("database", postgres.database().toString());
            reporter.publishEntry("client", project.client().toString());
        }
    }

    @AivenProject
    @AivenPostgres
    static class FailingTestCase {
        @Test
        void failsInTheDatabase(PostgresService postgres) throws Exception {
            postgres.connect("no-such-database").close();
        }
    }

    /** Every log event of this JVM at the finest level, with messages and exceptions. */
    private static final class Everything extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Logger root;
        private final Level before;

        private Everything(Logger root) {
            this.root = root;
            this.before = root.getLevel();
        }

        static Everything listen() {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            Everything everything = new Everything(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
            everything.setContext(context);
            everything.start();
            everything.root.addAppender(everything);
            everything.root.setLevel(Level.TRACE);
            return everything;
        }

        void add(String line) {
            lines.add(line);
        }

        Queue<String> lines() {
            return lines;
        }

        @Override
        public void stop() {
            root.detachAppender(this);
            root.setLevel(before);
            super.stop();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
            for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                lines.add(String.valueOf(cause.getMessage()));
            }
        }
    }
}
