package io.github.aivenjunit.emulator.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The properties of a request body. A property that is null counts as missing, as the official clients send both; one
 * of the wrong type is refused.
 */
public final class Input {

    /**
     * The documented charset and length of a tag's key, and the colon that the documentation of billing tags uses.
     */
    private static final Pattern TAG_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_:-]{0,63}");

    private static final int TAG_VALUE_LENGTH = 64;

    private final ObjectNode body;

    public Input(ObjectNode body) {
        this.body = body;
    }

    /** Whether the property was sent, even as null. */
    public boolean has(String name) {
        return body.has(name);
    }

    /** Whether the property was sent with a value. */
    public boolean hasValue(String name) {
        return body.hasNonNull(name);
    }

    public String requiredText(String name, int longest) {
        if (!body.has(name)) {
            throw Refusal.invalidInput("'" + name + "' is a required property");
        }
        return text(name, longest).orElseThrow(() -> Refusal.invalidInput("None is not of type 'string'"));
    }

    public Optional<String> text(String name, int longest) {
        return value(name, "string", JsonNode::isTextual).map(value -> {
            String text = value.textValue();
            if (text.length() > longest) {
                throw Refusal.invalidInput(Quoted.of(value) + " is too long");
            }
            return text;
        });
    }

    /** A text that matches as a whole. */
    public Optional<String> text(String name, int longest, Pattern pattern) {
        Optional<String> text = text(name, longest);
        text.filter(found -> !pattern.matcher(found).matches()).ifPresent(found -> {
            throw Refusal.invalidInput(Quoted.of(body.path(name)) + " does not match '^" + pattern + "$'");
        });
        return text;
    }

    public Optional<Boolean> flag(String name) {
        return value(name, "boolean", JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    public OptionalInt integer(String name, int least, int most) {
        Optional<JsonNode> value = value(name, "integer", JsonNode::isIntegralNumber);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        JsonNode number = value.get();
        BigInteger integer = number.bigIntegerValue();
        if (integer.compareTo(BigInteger.valueOf(most)) > 0) {
            throw Refusal.invalidInput(Quoted.of(number) + " is greater than the maximum of " + most);
        }
        if (integer.compareTo(BigInteger.valueOf(least)) < 0) {
            throw Refusal.invalidInput(Quoted.of(number) + " is less than the minimum of " + least);
        }
        return OptionalInt.of(number.intValue());
    }

    public OptionalLong wholeNumber(String name, long least, long most) {
        Optional<JsonNode> value = value(name, "integer", JsonNode::isIntegralNumber);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        requireRange(value.get(), BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        return OptionalLong.of(value.get().longValue());
    }

    public OptionalDouble number(String name, long least, long most) {
        Optional<JsonNode> value =
                value(name, "number", number -> number.isNumber() && Double.isFinite(number.doubleValue()));
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        requireRange(value.get(), BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        return OptionalDouble.of(value.get().doubleValue());
    }

    private static void requireRange(JsonNode number, BigDecimal least, BigDecimal most) {
        if (number.decimalValue().compareTo(most) > 0) {
            throw Refusal.invalidInput(Quoted.of(number) + " is greater than the maximum of " + most);
        }
        if (number.decimalValue().compareTo(least) < 0) {
            throw Refusal.invalidInput(Quoted.of(number) + " is less than the minimum of " + least);
        }
    }

    /** A text that is not empty. */
    public Optional<String> filledText(String name, int longest) {
        Optional<String> text = text(name, longest);
        text.filter(String::isEmpty).ifPresent(empty -> {
            throw Refusal.invalidInput("'' is too short");
        });
        return text;
    }

    /** A text that is there and not empty. */
    public String requiredFilledText(String name, int longest) {
        requiredText(name, longest);
        return filledText(name, longest).orElse("");
    }

    public Optional<String> oneOf(String name, List<String> allowed) {
        Optional<String> text = text(name, Integer.MAX_VALUE);
        text.filter(found -> !allowed.contains(found)).ifPresent(found -> {
            throw Refusal.invalidInput(
                    Quoted.of(body.path(name)) + " is not one of ['" + String.join("', '", allowed) + "']");
        });
        return text;
    }

    public Optional<ObjectNode> object(String name) {
        return value(name, "object", JsonNode::isObject).map(ObjectNode.class::cast);
    }

    /** The whole body, all of whose properties must be texts. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        body.properties().forEach(property -> {
            if (!property.getValue().isTextual()) {
                throw Refusal.invalidInput(Quoted.of(property.getValue()) + " is not of type 'string'");
            }
            texts.put(property.getKey(), property.getValue().textValue());
        });
        return texts;
    }

    /** The elements of an array; empty when it is missing. */
    public List<JsonNode> array(String name, int longest) {
        List<JsonNode> elements = new ArrayList<>();
        value(name, "array", JsonNode::isArray).ifPresent(array -> array.forEach(elements::add));
        if (elements.size() > longest) {
            throw Refusal.invalidInput(Quoted.of(body.path(name)) + " is too long");
        }
        return elements;
    }

    /** An array of {@code {"email": ...}}; empty when it is missing. */
    public Optional<List<String>> emails(String name, int longest) {
        if (!body.hasNonNull(name)) {
            return Optional.empty();
        }
        List<String> emails = new ArrayList<>();
        for (JsonNode element : array(name, longest)) {
            emails.add(asInput(element).requiredText("email", 319));
        }
        return Optional.of(emails);
    }

    /** Tags to store; empty when the property is missing. */
    public Optional<Map<String, String>> tags(String name) {
        return tagChanges(name).map(changes -> {
            Map<String, String> tags = new LinkedHashMap<>();
            changes.forEach((key, value) ->
                    tags.put(key, value.orElseThrow(() -> Refusal.invalidInput("None is not of type 'string'"))));
            return tags;
        });
    }

    /** Tags to set, and those to remove with an empty value; empty when the property is missing. */
    public Optional<Map<String, Optional<String>>> tagChanges(String name) {
        return object(name).map(object -> {
            Map<String, Optional<String>> changes = new LinkedHashMap<>();
            object.properties().forEach(tag -> changes.put(tagKey(tag.getKey()), tagValue(tag.getValue())));
            return changes;
        });
    }

    private static String tagKey(String key) {
        if (!TAG_KEY.matcher(key).matches()) {
            throw Refusal.invalidInput("tag key '" + key + "' does not match '^" + TAG_KEY + "$'");
        }
        return key;
    }

    private static Optional<String> tagValue(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Refusal.invalidInput(Quoted.of(value) + " is not of type 'string'");
        }
        if (value.textValue().codePointCount(0, value.textValue().length()) > TAG_VALUE_LENGTH) {
            throw Refusal.invalidInput(Quoted.of(value) + " is too long");
        }
        return Optional.of(value.textValue());
    }

    /** An element of an array that must be an object. */
    public static Input asInput(JsonNode element) {
        if (element instanceof ObjectNode object) {
            return new Input(object);
        }
        throw Refusal.invalidInput(Quoted.of(element) + " is not of type 'object'");
    }

    private Optional<JsonNode> value(String name, String type, Predicate<JsonNode> fits) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!fits.test(value)) {
            throw Refusal.invalidInput(Quoted.of(value) + " is not of type '" + type + "'");
        }
        return Optional.of(value);
    }
}
