package io.github.aivenjunit.emulator.internal.kafka;

/** What a connector can be made of. */
public record ConnectorPlugin(
        String className, String title, String type, String author, String version, String documentation) {}
