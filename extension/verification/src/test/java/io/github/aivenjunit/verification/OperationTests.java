package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceState;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.resource.ResourceFailedException;
import io.github.aivenjunit.spec.InvalidSpecException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a test does to a service through its handle is there for clients when the call returns. */
class OperationTests {

    @Test
    void aTestChangesItsServiceInPlace() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(6, InPlaceTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres(users = "reader", databases = "orders")
    static class InPlaceTestCase {

        @Test
        void declaredUsersExistBeforeTheFirstTest(PostgresService postgres) throws SQLException {
            ServiceUser reader = postgres.user("reader");

            postgres.database("orders")
                    .withUser("reader", password(reader))
                    .connect()
                    .close();
        }

        @Test
        void aNewUserAndANewDatabaseTakeClientsAtOnce(PostgresService postgres) throws SQLException {
            ServiceUser writer = postgres.createUser("writer");
            PostgresConnection billing = postgres.createDatabase("billing");

            billing.connect().close();
            postgres.database("billing")
                    .withUser("writer", password(writer))
                    .connect()
                    .close();
        }

        @Test
        void theOldPasswordIsWorthlessAfterAReset(PostgresService postgres) throws SQLException {
            ServiceUser before = postgres.createUser("rotated");
            ServiceUser after = postgres.resetPassword("rotated");

            assertThat(password(after)).isNotEqualTo(password(before));
            postgres.database().withUser("rotated", password(after)).connect().close();
            PostgresConnection old = postgres.database().withUser("rotated", password(before));
            assertThatThrownBy(old::connect).isInstanceOf(SQLException.class);
        }

        @Test
        void whatIsRefusedIsNamedWithItsAttribute(PostgresService postgres) {
            assertThatThrownBy(() -> postgres.createDatabase("orders"))
                    .isInstanceOf(ResourceFailedException.class)
                    .hasMessage("Aiven refuses database 'orders' of service 'pg': Service database 'orders' already"
                            + " exists. Change"
                            + " 'databases' of the service.");
            assertThatThrownBy(() -> postgres.createExtension("Vector"))
                    .isInstanceOf(InvalidSpecException.class)
                    .hasMessageStartingWith("Extension name 'Vector' is not allowed.");
        }

        @Test
        void thePlanTheDiskAndTheSettingsChange(PostgresService postgres) throws SQLException {
            postgres.scale("startup-8");
            postgres.resizeDisk(200_000);
            postgres.configure(UserConfig.of(Map.of("backup_hour", 3)));

            assertThat(postgres.current().plan()).isEqualTo("startup-8");
            assertThat(postgres.plan()).isEqualTo("startup-4");
            assertThat(postgres.refreshed(PostgresService.class).plan()).isEqualTo("startup-8");
            postgres.connect().close();
        }

        @Test
        void theStandbyOfAPlanWithoutOneIsRefusedWithAnAction(PostgresService postgres) {
            assertThatThrownBy(postgres::standby)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Service 'pg' has no standby on plan " + postgres.plan()
                            + ". Set 'plan' to one with two nodes, such as business-4.");
        }

        private static Secret password(ServiceUser user) {
            return user.password().orElseThrow();
        }
    }

    @Test
    void aServiceKeepsAddressAndDataOverPowerOffAndOn() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, PowerTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres
    static class PowerTestCase {

        @Test
        void cyclesItsPower(PostgresService postgres) throws SQLException {
            try (Connection connection = postgres.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept(id int)");
            }

            postgres.powerOff();

            assertThat(postgres.current().state()).isEqualTo(ServiceState.POWEROFF);
            assertThatThrownBy(postgres::connect).isInstanceOf(SQLException.class);

            postgres.powerOn();

            try (Connection connection = postgres.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("select * from kept");
            }
        }
    }
}
