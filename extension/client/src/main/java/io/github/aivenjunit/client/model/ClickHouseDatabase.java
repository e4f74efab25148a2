package io.github.aivenjunit.client.model;

/**
 * A database of a ClickHouse service.
 *
 * @param required whether Aiven needs it, so that it cannot be deleted
 * @param state {@code ok}, {@code pending_creation} or {@code pending_removal}; empty when the API sent none
 */
public record ClickHouseDatabase(String name, String engine, boolean required, String state) {

    public ClickHouseDatabase {
        name = Missing.identity(name, "name");
        engine = Missing.text(engine);
        state = Missing.text(state);
    }
}
