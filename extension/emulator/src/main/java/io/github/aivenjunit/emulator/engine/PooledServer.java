package io.github.aivenjunit.emulator.engine;

import java.io.IOException;

/**
 * A server with databases and a connection pooler before it, which has an endpoint of its own, {@code pgbouncer}. Pools
 * stay over a power cycle; whether their database and user exist shows when a client connects.
 */
public interface PooledServer extends DatabaseServer {

    /**
     * Lets clients connect through a pool.
     *
     * @throws IOException if there is a pool of that name
     */
    void createPool(ConnectionPool pool) throws IOException;

    /**
     * Gives the pool of that name these settings. Open connections stay as they are, and count against the new size.
     *
     * @throws IOException if there is none of that name
     */
    void alterPool(ConnectionPool pool) throws IOException;

    /**
     * Ends a pool with its connections.
     *
     * @throws IOException if there is none of that name
     */
    void dropPool(String name) throws IOException;
}
