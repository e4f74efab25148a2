package io.github.aivenjunit.client.model;

import java.util.List;

/**
 * Whether a schema may become the next version.
 *
 * @param messages why not
 */
public record CompatibilityResult(boolean compatible, List<String> messages) {

    public CompatibilityResult {
        messages = Missing.list(messages);
    }
}
