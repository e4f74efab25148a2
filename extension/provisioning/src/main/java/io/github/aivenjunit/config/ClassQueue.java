package io.github.aivenjunit.config;

import java.util.List;

/**
 * The test classes of one module, which a build tool gives to its forks one after the other. Immutable.
 *
 * @param module tells them from those of another module of the same build
 * @param classes their full names, in the order in which forks get them; with those that do not use this library
 */
public record ClassQueue(String module, List<String> classes) {

    public ClassQueue {
        classes = List.copyOf(classes);
    }
}
