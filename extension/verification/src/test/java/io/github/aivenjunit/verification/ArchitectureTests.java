package io.github.aivenjunit.verification;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house rules that a compiler does not know. */
class ArchitectureTests {

    private static final String ROOT = "io.github.aivenjunit";

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/verification/"))
            .importPackages(ROOT);

    private static final String[] CLIENT = {ROOT + ".client.."};
    private static final String[] PLATFORM = {ROOT + ".platform.."};
    private static final String[] PROVISIONING = {
        ROOT + ".spec..",
        ROOT + ".config..",
        ROOT + ".connection..",
        ROOT + ".lease..",
        ROOT + ".journal..",
        ROOT + ".readiness..",
        ROOT + ".resource..",
        ROOT + ".project..",
        ROOT + ".deletion..",
        ROOT + ".share..",
        ROOT + ".recording..",
        ROOT + ".ledger..",
        ROOT + ".timeline..",
        ROOT + ".watchdog..",
        ROOT + ".sweep..",
        ROOT + ".provision.."
    };
    private static final String[] JUPITER = {ROOT + ".jupiter.."};
    private static final String[] CLI = {ROOT + ".cli.."};
    private static final String[] EMULATOR = {ROOT + ".emulator.."};
    private static final String[] ENGINES = {ROOT + ".engine.."};
    private static final String[] STANDALONE = {ROOT + ".standalone.."};
    private static final String[] INDEX = {ROOT + ".index.."};
    private static final String[] CONFORMANCE = {ROOT + ".conformance.."};

    @Test
    void theClientKnowsNothingOfUs() {
        check(noDependency(CLIENT, PLATFORM, PROVISIONING, JUPITER, EMULATOR, ENGINES)
                .because("the client is usable by itself"));
    }

    @Test
    void thePlatformContractKnowsNothingOfUs() {
        check(noDependency(PLATFORM, CLIENT, PROVISIONING, JUPITER, EMULATOR, ENGINES)
                .because("both sides of the contract depend on it"));
    }

    @Test
    void provisioningKnowsNeitherJUnitNorTheEmulator() {
        check(noDependency(PROVISIONING, JUPITER, EMULATOR, ENGINES)
                .because("provisioning works without a test framework and finds the emulator by itself"));
        check(noClasses()
                .that()
                .resideInAnyPackage(PROVISIONING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
                .because("provisioning works without a test framework"));
    }

    @Test
    void theCommandLineNeedsNeitherJUnitNorTheEmulator() {
        check(noDependency(CLI, JUPITER, EMULATOR, ENGINES).because("it runs where no tests are"));
        check(noDependency(PROVISIONING, CLI).because("a library knows nothing of the commands that use it"));
    }

    @Test
    void theExtensionDoesNotKnowTheEmulator() {
        check(noDependency(JUPITER, EMULATOR, ENGINES).because("the emulator is a choice of the user's class path"));
    }

    @Test
    void theEmulatorSharesNoClassWithTheClient() {
        check(noDependency(EMULATOR, CLIENT, PROVISIONING, JUPITER, ENGINES)
                .because("one wrong belief about the API must not pass on both sides"));
        check(noDependency(ENGINES, CLIENT, PROVISIONING, JUPITER).because("engines plug into the emulator only"));
    }

    @Test
    void theEmulatorAsAProcessIsTheEmulatorAndItsCommandLine() {
        check(noDependency(STANDALONE, CLIENT, PROVISIONING, JUPITER, CLI, ENGINES)
                .because("it serves clients of any kind, with the engines that are beside it"));
        check(noDependency(concat(CLIENT, PLATFORM, PROVISIONING, JUPITER, CLI, EMULATOR, ENGINES), STANDALONE)
                .because("an embedded emulator needs no command line"));
    }

    @Test
    void onlyTestsUseTheConformanceChecks() {
        check(noDependency(
                        concat(CLIENT, PLATFORM, PROVISIONING, JUPITER, CLI, EMULATOR, ENGINES, STANDALONE),
                        CONFORMANCE)
                .because("they are not shipped"));
        check(noDependency(CONFORMANCE, CLIENT, PROVISIONING, JUPITER, CLI, EMULATOR, ENGINES, STANDALONE)
                .because("whoever checks both sides shares no belief with either"));
    }

    @Test
    void theIndexIsMadeByTheJdkAlone() {
        check(classes()
                .that()
                .resideInAnyPackage(INDEX)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax..", "org.jspecify..", ROOT + ".index..")
                .because("it runs in the user's compiler"));
    }

    @Test
    void everyPackageHasItsPlaceInTheseRules() {
        check(classes()
                .should()
                .resideInAnyPackage(concat(
                        CLIENT,
                        PLATFORM,
                        PROVISIONING,
                        JUPITER,
                        CLI,
                        EMULATOR,
                        ENGINES,
                        STANDALONE,
                        INDEX,
                        CONFORMANCE))
                .because("a package that no rule names depends on anything"));
    }

    @Test
    void onlyTheInsideOfTheClientSeesOkHttpAndJackson() {
        check(noClasses()
                .that()
                .resideInAnyPackage(concat(PLATFORM, PROVISIONING, JUPITER, ENGINES, CLIENT))
                .and()
                .resideOutsideOfPackage(ROOT + ".client.internal..")
                .and()
                // It runs in the broker's JVM, with the libraries that are nested in the engine's jar.
                .resideOutsideOfPackage(ROOT + ".engine.kafka.internal.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "com.fasterxml.jackson..", "kotlin..")
                .because("each library can be replaced in one place"));
    }

    @Test
    void onlyThePollerSeesAwaitility() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".readiness.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.awaitility..")
                .because("its traps are known and avoided in one place"));
    }

    @Test
    void onlyTheConfigurationReadsTheEnvironment() {
        check(noClasses()
                .that()
                .resideInAnyPackage(concat(CLIENT, PLATFORM, PROVISIONING, JUPITER, CLI))
                .and()
                .resideOutsideOfPackage(ROOT + ".config..")
                .should()
                .callMethodWhere(describe(
                        "reads the environment or a system property",
                        call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && List.of("getenv", "getProperty", "getProperties")
                                        .contains(call.getName())))
                .because("every value remembers its origin"));
    }

    @Test
    void nobodySleepsOrPrints() {
        check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "sleeps",
                        call -> call.getName().equals("sleep")
                                && List.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                        .contains(call.getTargetOwner().getName())))
                .because("waiting ends when what was waited for is there"));
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a library logs"));
    }

    @Test
    void featuresHaveNoCircles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a newcomer walks the folders in one direction")
                .check(SHIPPED);
    }

    @Test
    void publicSignaturesNameOnlyTheJdkJUnitAndUs() {
        check(classes()
                .that()
                // JUnit's launcher finds a public listener of the conformance checks, which no user sees.
                .resideOutsideOfPackages("..internal..", ROOT + ".conformance..")
                .and()
                .arePublic()
                .should(nameOnlyKnownTypes())
                .because("a library of ours must be replaceable without breaking a user"));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes().should(new ArchCondition<>("be in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + " is in a package without @NullMarked"));
            }
        }));
    }

    @Test
    void staticStateIsNeverMutable() {
        check(fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("tests of many classes run side by side in one JVM"));
    }

    private static ArchCondition<JavaClass> nameOnlyKnownTypes() {
        return new ArchCondition<>("name only types of the JDK, JUnit and this project in public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                                || member.getModifiers().contains(JavaModifier.PROTECTED))
                        .forEach(member -> signature(member)
                                .filter(named -> !isKnown(named))
                                .forEach(named -> events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " names " + named.getName()))));
            }
        };
    }

    private static Stream<JavaClass> signature(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                    .map(JavaClass::getBaseComponentType);
        }
        return member.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }

    private static boolean isKnown(JavaClass type) {
        return type.isPrimitive()
                || resideInAnyPackage("java..", "javax..", "org.junit.jupiter..", ROOT + "..")
                        .test(type);
    }

    private static ArchRule noDependency(String[] from, String[]... to) {
        return noClasses().that().resideInAnyPackage(from).should(dependOnClassesThat(resideInAnyPackage(concat(to))));
    }

    private static String[] concat(String[]... packages) {
        return Stream.of(packages).flatMap(Stream::of).toArray(String[]::new);
    }

    private static void check(ArchRule rule) {
        rule.check(SHIPPED);
    }
}
