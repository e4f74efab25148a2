package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.ReceivedRequest;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.jupiter.AivenKafkaMirrorMaker;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.project.EphemeralProject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Projects that are begun before their classes, which only a launcher announces. Their services have no address, so that
 * they are usable as soon as the API says so, without a server.
 */
@Timeout(120)
class LookAheadTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void projectsOfLaterClassesAreBegunWhileTheFirstOneTests() {
        try (ExtensionRun run = onEmulator(Duration.ofMillis(200))) {
            try (LaunchedSession session = run.launch()) {
                session.succeeds(3, SeesThreeProjectsTestCase.class, SecondTestCase.class, ThirdTestCase.class);
            }
            assertThat(run.creations()).isEqualTo(3);
            run.assertNothingLeft();
        }
    }

    @Test
    void switchedOffEveryClassWaitsForItsOwnTurn() {
        try (ExtensionRun run = onEmulator(Duration.ZERO).with("aiven.lookahead", "off")) {
            try (LaunchedSession session = run.launch()) {
                session.succeeds(
                        4, FirstTestCase.class, SecondTestCase.class, ThirdTestCase.class, FourthTestCase.class);
            }
            assertThat(mostAtOnce(run)).isEqualTo(1);
        }
    }

    @Test
    void noMoreThanTheWindowHoldsIsBegunBeforeAClassTakesOver() {
        try (ExtensionRun run = onEmulator(Duration.ofMillis(300)).with("aiven.lookahead", "2")) {
            try (LaunchedSession session = run.launch()) {
                session.succeeds(
                        5,
                        FirstTestCase.class,
                        SecondTestCase.class,
                        ThirdTestCase.class,
                        FourthTestCase.class,
                        FifthTestCase.class);
            }
            // The one in use, and two ahead of it.
            assertThat(mostAtOnce(run)).isEqualTo(3);
            // Of the first three nobody waits for another; the others wait for a class to take over its own.
            assertThat(created(run)).hasSize(5).endsWith("fourthtes", "fifthtest");
        }
    }

    @Test
    void noMoreThanTheirPriceAllowsIsBegunBeforeAClassTakesOver() {
        try (ExtensionRun run = onEmulator(Duration.ofMillis(300)).with("aiven.lookahead.price", "0.075")) {
            run.emulator().createProject("lender", Map.of());
            try (LaunchedSession session = run.launch()) {
                session.succeeds(
                        4, FirstTestCase.class, SecondTestCase.class, ThirdTestCase.class, FourthTestCase.class);
            }
            // The one in use, and one of 0.05 USD ahead of it.
            assertThat(mostAtOnce(run)).isEqualTo(2);
            assertThat(run.creations()).isEqualTo(4);
        }
    }

    @Test
    void nothingIsCreatedForClassesThatAreDisabled() {
        try (ExtensionRun run = onEmulator(Duration.ZERO)) {
            try (LaunchedSession session = run.launch()) {
                LaunchedSession.Outcome outcome = session.run(
                        FirstTestCase.class,
                        DisabledTestCase.class,
                        MetaDisabledTestCase.class,
                        AroundTestCase.class,
                        EveryTestDisabledTestCase.class);

                assertThat(outcome.failures()).isEmpty();
                assertThat(outcome.skipped())
                        .hasSize(4)
                        .contains("Every test of this class is disabled, so no project is created for it.");
            }
            assertThat(run.creations()).isEqualTo(1);
            run.assertNothingLeft();
        }
    }

    @Test
    void nothingIsCreatedInADryRun() {
        try (ExtensionRun run = onEmulator(Duration.ZERO).with("junit.platform.execution.dryRun.enabled", "true")) {
            try (LaunchedSession session = run.launch()) {
                session.run(FirstTestCase.class, SecondTestCase.class);
            }
            assertThat(run.emulator().requests()).isEmpty();
        }
    }

    @Test
    void whatAConditionDisablesIsReleasedAtOnce() {
        try (ExtensionRun run = onEmulator(Duration.ofMillis(200))) {
            try (LaunchedSession session = run.launch()) {
                LaunchedSession.Outcome outcome = session.run(
                        SeesThreeProjectsTestCase.class,
                        ConditionallyDisabledTestCase.class,
                        SeesItselfAloneTestCase.class);

                assertThat(outcome.failures()).isEmpty();
                assertThat(outcome.skipped()).containsExactly("disabled by a condition");
            }
            assertThat(run.creations()).isEqualTo(3);
            run.assertNothingLeft();
        }
    }

    @Test
    void aFailureIsThatOfTheClassThatNeededTheProject() {
        try (ExtensionRun run = onEmulator(Duration.ofMillis(100))) {
            try (LaunchedSession session = run.launch()) {
                LaunchedSession.Outcome outcome =
                        session.run(FirstTestCase.class, UnknownPlanTestCase.class, ThirdTestCase.class);

                assertThat(outcome.failures())
                        .singleElement()
                        .asString()
                        .startsWith("LookAheadTests$UnknownPlanTestCase: Service type 'pg' has no plan 'startup-5'.");
            }
            assertThat(run.creations()).isEqualTo(2);
            run.assertNothingLeft();
        }
    }

    @Test
    void whatIsStillBeingBuiltAtTheEndIsCalledOff() {
        try (ExtensionRun run =
                onEmulator(BuildTimes.fixed(Duration.ZERO).with("kafka_mirrormaker", Duration.ofHours(1)))) {
            try (LaunchedSession session = run.launch()) {
                LaunchedSession.Outcome outcome =
                        session.run(SeesTwoProjectsTestCase.class, ConditionallyDisabledTestCase.class);

                assertThat(outcome.failures()).isEmpty();
            }
            assertThat(run.creations()).isEqualTo(2);
            run.assertNothingLeft();
        }
    }

    @Test
    void classesThatRunSideBySideTakeOverTheirOwnInAnyOrder() {
        try (ExtensionRun run = onEmulator(Duration.ofMillis(200))
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")) {
            try (LaunchedSession session = run.launch()) {
                LaunchedSession.Outcome outcome = session.succeeds(
                        7,
                        FirstTestCase.class,
                        SecondTestCase.class,
                        ThirdTestCase.class,
                        FourthTestCase.class,
                        FifthTestCase.class,
                        OwnNestedTestCase.class);

                assertThat(outcome.reported("aiven.project")).hasSize(7).doesNotHaveDuplicates();
            }
            assertThat(run.creations()).isEqualTo(7);
            run.assertNothingLeft();
        }
    }

    @Test
    void aRunInsideATestTakesNothingFromTheRunAroundIt() {
        try (ExtensionRun run = onEmulator(Duration.ofMillis(100))) {
            try (LaunchedSession session = run.launch()) {
                session.succeeds(2, RunsAnEngineTestCase.class, SecondTestCase.class);
            }
            // Of the class around, of the one inside it, and of the same class afterwards.
            assertThat(run.creations()).isEqualTo(3);
            assertThat(run.requests("GET", "/v1/me")).hasSize(2);
            run.assertNothingLeft();
        }
    }

    @Test
    void oneSessionServesAllPlansOfALauncherSession() {
        try (ExtensionRun run = onEmulator(Duration.ZERO)) {
            try (LaunchedSession session = run.launch()) {
                session.succeeds(1, FirstTestCase.class);
                session.succeeds(1, SecondTestCase.class);

                assertThat(run.emulator().projects()).isEmpty();
                assertThat(run.journals())
                        .filteredOn(file -> file.toString().endsWith(".journal"))
                        .hasSize(1);
                assertThat(run.ledgers()).isEmpty();
            }
            assertThat(run.requests("GET", "/v1/me")).hasSize(1);
            assertThat(run.ledgers()).hasSize(1);
            run.assertNothingLeft();
        }
    }

    @Test
    void otherParametersHaveASessionOfTheirOwn() {
        try (ExtensionRun run = onEmulator(Duration.ZERO)) {
            try (LaunchedSession session = run.launch()) {
                session.succeeds(1, FirstTestCase.class);
                session.with("aiven.cloud", "aws-eu-west-1").succeeds(1, SecondTestCase.class);
            }
            assertThat(run.requests("GET", "/v1/me")).hasSize(2);
            assertThat(run.ledgers()).hasSize(2);
            run.assertNothingLeft();
        }
    }

    private static ExtensionRun onEmulator(Duration buildTime) {
        return onEmulator(BuildTimes.fixed(buildTime));
    }

    private static ExtensionRun onEmulator(BuildTimes times) {
        return ExtensionRun.on(
                AivenEmulator.builder().engines(List.of()).buildTimes(times).start());
    }

    /** The beginnings of the labels, in the order of creation. */
    private static List<String> created(ExtensionRun run) {
        return run.emulator().requests().stream()
                .filter(request -> request.operationId().equals(Optional.of("ServiceCreate")))
                .map(request -> request.path().replaceFirst(".*/project/aj-(.{9}).*", "$1"))
                .distinct()
                .toList();
    }

    private static int mostAtOnce(ExtensionRun run) {
        int now = 0;
        int most = 0;
        for (ReceivedRequest request : run.emulator().requests()) {
            String operation = request.operationId().orElse("");
            if (request.status() == 200 && operation.equals("ProjectCreate")) {
                now++;
            } else if (request.status() == 200 && operation.equals("ProjectDelete")) {
                now--;
            }
            most = Math.max(most, now);
        }
        return most;
    }

    private static void awaitProjects(EphemeralProject project, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(project.client().projects().list()).hasSize(count));
    }

    @AivenProject
    @AivenKafkaMirrorMaker
    abstract static class Case {

        @Test
        void hasAProject(EphemeralProject project) {
            assertThat(project.services()).hasSize(1);
        }
    }

    static class FirstTestCase extends Case {}

    static class SecondTestCase extends Case {}

    static class ThirdTestCase extends Case {}

    static class FourthTestCase extends Case {}

    static class FifthTestCase extends Case {}

    @AivenProject
    @AivenKafkaMirrorMaker
    static class SeesThreeProjectsTestCase {

        @Test
        void seesThem(EphemeralProject project) {
            awaitProjects(project, 3);
        }
    }

    @AivenProject
    static class SeesTwoProjectsTestCase {

        @Test
        void seesThem(EphemeralProject project) {
            awaitProjects(project, 2);
        }
    }

    @AivenProject
    @AivenKafkaMirrorMaker
    static class SeesItselfAloneTestCase {

        @Test
        void seesOnlyItself(EphemeralProject project) {
            awaitProjects(project, 1);
        }
    }

    @AivenProject
    @AivenKafkaMirrorMaker
    static class OwnNestedTestCase {

        @Test
        void outer(EphemeralProject project) {
            assertThat(project.services()).hasSize(1);
        }

        @Nested
        @AivenProject
        class Inner {

            @Test
            void inner(EphemeralProject project) {
                assertThat(project.services()).isEmpty();
            }
        }
    }

    @Disabled("on purpose")
    static class DisabledTestCase extends Case {}

    @Disabled("on purpose")
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface NotNow {}

    @NotNow
    static class MetaDisabledTestCase extends Case {}

    @Disabled("on purpose")
    static class AroundTestCase {

        @Nested
        @AivenProject
        class Inner {

            @Test
            void neverRuns() {}
        }
    }

    @AivenProject
    @AivenKafkaMirrorMaker
    static class EveryTestDisabledTestCase {

        @Disabled("on purpose")
        @Test
        void neverRuns() {}
    }

    @ExtendWith(Refusal.class)
    static class ConditionallyDisabledTestCase extends Case {}

    static class Refusal implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ConditionEvaluationResult.disabled("disabled by a condition");
        }
    }

    @AivenProject
    @AivenService(name = "pg", type = "pg", plan = "startup-5")
    static class UnknownPlanTestCase {

        @Test
        void neverRuns() {}
    }

    @AivenProject
    @AivenKafkaMirrorMaker
    @ExtendWith(SameParameters.class)
    static class RunsAnEngineTestCase {

        @Test
        void runsAClassOfThePlanAroundIt(EngineTestKit.Builder kit) {
            assertThat(ExtensionRun.failures(
                            kit.selectors(selectClass(SecondTestCase.class)).execute()))
                    .isEmpty();
        }
    }

    static class SameParameters implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == EngineTestKit.Builder.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
            List.of("aiven.configFile", "aiven.journal", "aiven.reports", "aiven.watchdog", "aiven.sweep")
                    .forEach(key -> context.getConfigurationParameter(key)
                            .ifPresent(value -> kit.configurationParameter(key, value)));
            return kit;
        }
    }
}
