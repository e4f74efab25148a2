package io.github.aivenjunit.emulator.engine;

import java.io.IOException;

/** A ClickHouse server, whose control plane runs SQL for those who ask it to. */
public interface ClickHouseServer extends DatabaseServer {

    /**
     * Runs one statement as the service's first user.
     *
     * @param database in which the statement's names are looked up
     * @throws ClickHouseRefusalException if the server refuses the statement
     * @throws IOException if the server cannot be asked
     */
    ClickHouseAnswer query(String database, String statement) throws IOException;
}
