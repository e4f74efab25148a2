package io.github.aivenjunit.watchdog.internal;

import java.util.Map;
import java.util.stream.Collectors;

/** Strings as JSON. */
final class JsonText {

    private JsonText() {}

    /** An object with one field, which is an object of strings. */
    static String of(String field, Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> quoted(text.getKey()) + ":" + quoted(text.getValue()))
                .collect(Collectors.joining(",", "{" + quoted(field) + ":{", "}}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character < ' ' || character == '"' || character == '\\') {
                quoted.append(String.format("\\u%04x", character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
