package io.github.aivenjunit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.UserConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSpecTests {

    private static final ServiceResource.ConnectionPool POOL = new ServiceResource.ConnectionPool(
            "web", "orders", PoolMode.SESSION, OptionalInt.of(5), Optional.of("reader"));

    @Test
    void aServiceIsNamedAfterItsTypeAndLeavesTheRestToDefaults() {
        assertThat(ServiceSpec.builder("pg", "startup-4").build())
                .isEqualTo(new ServiceSpec(
                        "pg",
                        "pg",
                        "startup-4",
                        Optional.empty(),
                        UserConfig.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void theDefaultNameHasHyphensWhereTheTypeHasUnderscores() {
        assertThat(ServiceSpec.builder("kafka_connect", "startup-4").build().name())
                .isEqualTo("kafka-connect");
    }

    @Test
    void theBuilderSetsEverything() {
        UserConfig userConfig = UserConfig.parse("{\"pg_version\": \"17\"}");
        ServiceSpec spec = ServiceSpec.builder("pg", "startup-4")
                .name("orders")
                .cloud("aws-eu-west-1")
                .userConfig(userConfig)
                .diskSpaceMb(102_400)
                .timeout(Duration.ofMinutes(7))
                .databases("orders", "billing")
                .databases("audit")
                .users("reader")
                .extensions("pg_trgm")
                .resource(POOL)
                .origin(new ServiceOrigin.Fork("archive"))
                .build();

        assertThat(spec)
                .isEqualTo(new ServiceSpec(
                        "orders",
                        "pg",
                        "startup-4",
                        Optional.of("aws-eu-west-1"),
                        userConfig,
                        OptionalInt.of(102_400),
                        Optional.of(Duration.ofMinutes(7)),
                        List.of(
                                new ServiceResource.Database("orders"),
                                new ServiceResource.Database("billing"),
                                new ServiceResource.Database("audit"),
                                new ServiceResource.User("reader"),
                                new ServiceResource.Extension("pg_trgm"),
                                POOL),
                        Optional.of(new ServiceOrigin.Fork("archive"))));
    }

    @Test
    void theListOfResourcesIsACopy() {
        List<ServiceResource> resources = new ArrayList<>();
        ServiceSpec spec = new ServiceSpec(
                "pg",
                "pg",
                "startup-4",
                Optional.empty(),
                UserConfig.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                resources,
                Optional.empty());

        resources.add(new ServiceResource.Database("late"));

        assertThat(spec.resources()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "pg", "orders-2", "a-very-long-name-of-32-characte-"})
    void namesOfLettersDigitsAndHyphensAreAllowed(String name) {
        assertThat(ServiceSpec.builder("pg", "startup-4").name(name).build().name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2nd", "-pg", "Orders", "my_pg", "pg ", "pg\n", "ä", "a-very-long-name-of-33-characters"})
    void otherNamesAreRefused(String name) {
        refuses(ServiceSpec.builder("pg", "startup-4").name(name))
                .withMessage(
                        "Service name '" + name + "' is not allowed. Set 'name' to 1 to 32 lower case letters, digits"
                                + " or '-', starting with a letter.");
    }

    @Test
    void aTypeIsNeeded() {
        refuses(ServiceSpec.builder(" ", "startup-4").name("pg"))
                .withMessage("A service has no type. Set 'type', for example type = \"pg\".");
    }

    @Test
    void aPlanIsNeeded() {
        refuses(ServiceSpec.builder("pg", ""))
                .withMessage("Service 'pg' has no plan. Set 'plan', for example plan = \"startup-4\".");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void diskSpaceIsAboveZero(int diskSpace) {
        refuses(ServiceSpec.builder("pg", "startup-4").diskSpaceMb(diskSpace))
                .withMessage("Service 'pg' has diskSpace " + diskSpace
                        + ". Set 'diskSpace' to a number of MiB above zero, or leave it out for the plan's own.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void theTimeoutIsAboveZero(String timeout) {
        refuses(ServiceSpec.builder("pg", "startup-4").timeout(Duration.parse(timeout)))
                .withMessage("Service 'pg' has timeout " + timeout
                        + ". Set 'timeout' to a duration above zero, for example \"20m\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "9", "Orders_2-x", "a234567890123456789012345678901234567890"})
    void databaseNamesOfUpToFortyCharactersAreAllowed(String name) {
        assertThat(new ServiceResource.Database(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "a.b", "ä", "a\"b", "a2345678901234567890123456789012345678901"})
    void otherDatabaseNamesAreRefused(String name) {
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() ->
                        ServiceSpec.builder("pg", "startup-4").databases(name).build())
                .withMessage("Database name '" + name
                        + "' is not allowed. Use 1 to 40 letters, digits, '_' or '-', not starting with '-'.");
    }

    @Test
    void theTextOfASpecHoldsNoValueOfItsUserConfig() {
        ServiceSpec spec = ServiceSpec.builder("pg", "startup-4")
                .userConfig(UserConfig.parse("{\"admin_password\": \"canary-4711\"}"))
                .build();

        assertThat(spec.toString()).contains("admin_password").doesNotContain("canary-4711");
    }

    private static ThrowableAssertAlternative<InvalidSpecException> refuses(ServiceSpec.Builder builder) {
        return assertThatExceptionOfType(InvalidSpecException.class).isThrownBy(builder::build);
    }

    @Test
    void nothingIsDeclaredTwiceInsideAService() {
        ServiceSpec.Builder spec = ServiceSpec.builder("pg", "startup-4").databases("orders", "billing", "orders");

        assertThatThrownBy(spec::build)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("Service 'pg' declares database 'orders' twice. Remove one from 'databases'.");
    }

    @Test
    void anIllegalUserNameIsRefused() {
        ServiceSpec.Builder spec = ServiceSpec.builder("pg", "startup-4");

        assertThatThrownBy(() -> spec.users("-reader"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("User name '-reader' is not allowed. Set 'users' to names of 1 to 64 letters, digits, '_',"
                        + " '.' or '-', not starting with '.' or '-'.");
    }

    @Test
    void anIllegalExtensionNameIsRefused() {
        ServiceSpec.Builder spec = ServiceSpec.builder("pg", "startup-4");

        assertThatThrownBy(() -> spec.extensions("pg_trgm\"; drop"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("Extension name 'pg_trgm\"; drop' is not allowed. Set 'extensions' to names of lower case"
                        + " letters, digits, '_' or '-', for example \"pg_trgm\".");
    }

    @Test
    void anIllegalPoolIsRefused() {
        assertThatThrownBy(() -> new ServiceResource.ConnectionPool(
                        "my pool", "orders", PoolMode.SESSION, OptionalInt.empty(), Optional.empty()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("Pool name 'my pool' is not allowed. Set 'name' of the pool to 1 to 63 letters, digits, '_'"
                        + " or '-', not starting with '-'.");
        assertThatThrownBy(() -> new ServiceResource.ConnectionPool(
                        "web", "orders", PoolMode.SESSION, OptionalInt.of(10_001), Optional.empty()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("Pool 'web' has size 10001. Set 'size' of the pool to 1 to 10000, or leave it out for"
                        + " Aiven's own.");
    }
}
