package io.github.aivenjunit.client.model;

/**
 * What a connector is made of.
 *
 * @param className the value of {@code connector.class}
 * @param type {@code sink}, {@code source} or {@code unknown}
 */
public record ConnectorPlugin(String className, String title, String type, String version, String author) {

    public ConnectorPlugin {
        className = Missing.text(className);
        title = Missing.text(title);
        type = Missing.text(type);
        version = Missing.text(version);
        author = Missing.text(author);
    }
}
