package io.github.aivenjunit.emulator.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A JSON value as the API's error texts show it. */
final class Quoted {

    private static final int LONGEST = 200;

    private Quoted() {}

    static String of(JsonNode value) {
        String text = render(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String render(JsonNode value) {
        if (value.isNull()) {
            return "None";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        if (value.isTextual()) {
            return "'" + value.textValue() + "'";
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(of(element)));
            return "[" + String.join(", ", elements) + "]";
        }
        if (value.isObject()) {
            List<String> members = new ArrayList<>();
            value.properties().forEach(member -> members.add("'" + member.getKey() + "': " + of(member.getValue())));
            return "{" + String.join(", ", members) + "}";
        }
        return value.asText();
    }
}
