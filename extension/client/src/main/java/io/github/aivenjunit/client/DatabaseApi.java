package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Database;
import java.util.List;

/**
 * Databases of a PostgreSQL or MySQL service. Thread-safe. Every method throws {@link AivenApiException}.
 *
 * <p>Creation and deletion are asynchronous: {@link #list} can lag behind (Aiven API).
 */
public interface DatabaseApi {

    /** All databases, over as many pages as there are. */
    List<Database> list(String project, String service);

    /** Creates a database. When the answer is lost, a database of that name that is there counts as created. */
    void create(String project, String service, String database);

    /**
     * Creates a database with an order and a classification of its own.
     *
     * @param lcCollate for example {@code en_US.UTF-8}
     * @param lcCtype for example {@code en_US.UTF-8}
     */
    void create(String project, String service, String database, String lcCollate, String lcCtype);

    /** Deletes a database; one that is not there is deleted. */
    void delete(String project, String service, String database);
}
