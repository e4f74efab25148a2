package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.config.Durations;
import io.github.aivenjunit.spec.InvalidSpecException;
import java.time.Duration;
import java.util.Optional;

/** What the text of an annotation's attribute means. Blank text is an attribute that was not set. */
final class AttributeValues {

    private AttributeValues() {}

    static Optional<String> text(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /**
     * A duration above zero.
     *
     * @throws InvalidSpecException if the text is none; names the attribute
     */
    static Optional<Duration> duration(String attribute, String value) {
        return text(value)
                .map(given -> Durations.parse(given)
                        .filter(duration -> !duration.isNegative() && !duration.isZero())
                        .orElseThrow(() -> new InvalidSpecException("Attribute '" + attribute + "' has '" + given
                                + "'. Write a duration above zero, such as \"20m\", \"90s\" or \"2h\".")));
    }
}
