package io.github.aivenjunit.emulator.engine;

import java.util.Optional;

/**
 * A pool of connections to one database.
 *
 * @param name what clients give as the name of the database
 * @param database the database that they get
 * @param user whose connections these are; empty when everybody's are their own
 * @param mode {@code session}, {@code transaction} or {@code statement}: for how long a client keeps a connection
 * @param size how many connections to the server it has at most
 */
public record ConnectionPool(String name, String database, Optional<String> user, String mode, int size) {}
