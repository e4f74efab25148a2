package io.github.aivenjunit.emulator.engine;

import java.util.List;

/**
 * An extension that a server can load.
 *
 * @param name as in {@code CREATE EXTENSION}
 * @param defaultVersion what is installed without a version
 * @param versions all that can be installed
 */
public record ServerExtension(String name, String defaultVersion, List<String> versions) {

    public ServerExtension {
        versions = List.copyOf(versions);
    }
}
