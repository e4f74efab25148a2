package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.ClickHouseDatabase;
import io.github.aivenjunit.client.model.ClickHouseResult;
import io.github.aivenjunit.client.model.ClickHouseUser;
import io.github.aivenjunit.client.model.Secret;
import java.util.List;

/**
 * Databases, users and statements of a ClickHouse service, which {@link DatabaseApi} and {@link ServiceUserApi} do not
 * serve. Thread-safe. Every method throws {@link AivenApiException}.
 */
public interface ClickHouseApi {

    List<ClickHouseDatabase> databases(String project, String service);

    /** Creates a database. When the answer is lost, a database of that name that is there counts as created. */
    void createDatabase(String project, String service, String database);

    /** Deletes a database; one that is not there is deleted. */
    void deleteDatabase(String project, String service, String database);

    List<ClickHouseUser> users(String project, String service);

    /**
     * Creates a user, whose password the API makes. When the answer is lost, a user of that name counts as created, and
     * can come without a password: {@link #resetPassword} gives it a new one.
     */
    ClickHouseUser createUser(String project, String service, String name);

    /** Creates a user with a password. When the answer is lost, a user of that name counts as created. */
    ClickHouseUser createUser(String project, String service, String name, Secret password);

    /** Deletes a user by its id; one that is not there is deleted. */
    void deleteUser(String project, String service, String uuid);

    /** Gives the user a password that the API makes, and returns it. */
    Secret resetPassword(String project, String service, String uuid);

    /** Sets the user's password. */
    void changePassword(String project, String service, String uuid, Secret newPassword);

    /**
     * Runs one SQL statement as the service's first user. It is not repeated after a failure that can have had an effect.
     *
     * @param database in which the statement's names are looked up
     */
    ClickHouseResult query(String project, String service, String database, String statement);
}
