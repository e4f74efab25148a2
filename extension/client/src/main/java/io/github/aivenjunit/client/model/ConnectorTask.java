package io.github.aivenjunit.client.model;

/**
 * A task of a connector.
 *
 * @param task its number, from 0
 */
public record ConnectorTask(String connector, int task) {

    public ConnectorTask {
        connector = Missing.text(connector);
    }
}
