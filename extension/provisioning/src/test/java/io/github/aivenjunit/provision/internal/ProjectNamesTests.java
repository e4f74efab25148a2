package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectNamesTests {

    private static final String ALLOWED = "^[a-z][a-z0-9-]{2,62}$";
    private static final long SEED = 4711;

    /** Aiven's addition to the host name of a service, and the hyphen between service and project. */
    private static final int REST_OF_LABEL = 4 + 1;

    private static final List<String> ODD = List.of(
            "",
            " ",
            "-",
            "---",
            "OrderFlowTest",
            "9Lives",
            "_",
            "a",
            "shop.orders.OrderFlowTest$Nested",
            "stores an order (with discount)!",
            "Bestellungen für Ümläute",
            "注文テスト",
            "İstanbul",
            "😀",
            "a\nb\tc",
            "x".repeat(300),
            "-".repeat(300),
            "a-".repeat(100));

    private final ProjectNames names = new ProjectNames(new Random(SEED));

    @ParameterizedTest
    @CsvSource({
        "OrderFlowTest, 1658821493, aj-orderflowtest-1658821493-",
        "Order Flow!, Run/7, aj-order-flow-run-7-",
        "'', 7, aj-7-",
        "shop, '', aj-shop-",
        "'', '', aj-",
        "shop, jenkins-shop-main-1234, aj-shop-op-main-1234-",
        "shop, 0123456789abcdef, aj-shop-456789abcdef-"
    })
    void aNameIsPrefixLabelEndOfTheRunAndARandomEnd(String label, String run, String beginning) {
        assertThat(names.project(spec(label), run)).matches(beginning + "[a-z0-9]{6}");
    }

    @Test
    void everyOddLabelAndRunGivesAnAllowedName() {
        for (String label : ODD) {
            for (String run : ODD) {
                assertThat(names.project(spec(label), run))
                        .as("label '%s', run '%s'", label, run)
                        .matches(ALLOWED)
                        .startsWith("aj-")
                        .doesNotContain("--");
            }
        }
    }

    @Test
    void randomLabelsAndRunsGiveAllowedNamesThatDifferAndLeaveRoomForTheServices() {
        Random random = new Random(SEED);
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String service = "s".repeat(1 + random.nextInt(ServiceSpec.MAX_NAME_LENGTH));
            String label = text(random);
            String run = text(random);
            String name = names.project(spec(label, service), run);
            assertThat(name).as("label '%s', run '%s'", label, run).matches(ALLOWED);
            assertThat(service.length() + name.length() + REST_OF_LABEL)
                    .as("service '%s', project '%s'", service, name)
                    .isLessThanOrEqualTo(63);
            all.add(name);
        }
        assertThat(all).hasSize(2_000);
    }

    @Test
    void theLabelIsShortenedForTheLongestService() {
        String longest = "s".repeat(ServiceSpec.MAX_NAME_LENGTH);

        assertThat(names.project(spec("OrderFlowTest", "pg", longest), "123456789012"))
                .matches("aj-ord-123456789012-[a-z0-9]{6}")
                .hasSize(63 - REST_OF_LABEL - longest.length());
    }

    @Test
    void withoutServicesThereIsRoomForOneOfHalfTheLength() {
        assertThat(names.project(spec("x".repeat(100)), "123456789012"))
                .hasSize(63 - REST_OF_LABEL - ServiceSpec.MAX_NAME_LENGTH / 2);
    }

    @Test
    void aServiceOfSomebodyElsesProjectGetsARandomEnd() {
        Lease lease = new LeaseBook(LeaseLog.none()).acquireServices("shared", OWNERSHIP);

        assertThat(Stream.generate(() -> names.service("orders", lease)).limit(1_000))
                .allSatisfy(name -> assertThat(name).matches("orders-[a-z0-9]{6}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aServiceOfOurOwnProjectKeepsItsName() {
        assertThat(names.service("orders", new LeaseBook(LeaseLog.none()).acquireProject("aj-shop", OWNERSHIP)))
                .isEqualTo("orders");
    }

    @Test
    void namesThatAreTooLongForOneHostNameAreRefused() {
        Lease lease = new LeaseBook(LeaseLog.none()).acquireServices("p".repeat(46), OWNERSHIP);

        assertThat(names.service("orde", lease)).hasSize(11);
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> names.service("orders", lease))
                .withMessage("Service 'orders' and project '" + lease.project()
                        + "' have names that are too long for one host name. Shorten 'name' of the service by 1"
                        + " character.");
    }

    private static final Ownership OWNERSHIP = new Ownership("run", "jane", Instant.EPOCH);

    private static ProjectSpec spec(String label, String... services) {
        ProjectSpec.Builder spec = ProjectSpec.builder(label);
        for (String service : services) {
            spec.service(ServiceSpec.builder("pg", "startup-4").name(service).build());
        }
        return spec.build();
    }

    /** Mostly what people write, sometimes anything. */
    private static String text(Random random) {
        int length = random.nextInt(40);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0xD800) : ' ' + random.nextInt(95));
        }
        return text.toString();
    }
}
