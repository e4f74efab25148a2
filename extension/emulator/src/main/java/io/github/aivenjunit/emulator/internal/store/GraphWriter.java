package io.github.aivenjunit.emulator.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.catalogue.TypeOffer;
import io.github.aivenjunit.emulator.internal.power.PoweredService;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/*
 * Objects are written field by field, whatever they are, so that what the state gains is stored without a line here. A
 * value is a JSON text, number or boolean where that says all, else an object that names its class in "@". Objects with
 * an identity have a number in "#", by which others refer to them.
 */
/** Writes an object and all that it refers to as JSON. For one snapshot. */
final class GraphWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Surroundings surroundings;
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

    GraphWriter(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    ObjectNode write(Object root) {
        numbers.put(root, 0);
        ObjectNode json = JSON.objectNode();
        fields(root, json);
        return json;
    }

    private JsonNode value(@Nullable Object value, Object owner) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof String text) {
            return JSON.textNode(text);
        }
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        String type = value.getClass().getName();
        if (PlainValues.TEXTS.containsKey(type)) {
            return tagged(type, JSON.textNode(PlainValues.text(value)));
        }
        if (value instanceof JsonNode json) {
            return tagged("json", json);
        }
        if (value instanceof Enum<?> constant) {
            return tagged("enum", JSON.textNode(constant.name()))
                    .put("of", Names.toStored(constant.getDeclaringClass()));
        }
        Optional<JsonNode> container = container(value, owner);
        return container.orElseGet(() -> thing(value, owner));
    }

    private Optional<JsonNode> container(Object value, Object owner) {
        if (value instanceof Optional<?> optional) {
            return Optional.of(tagged("optional", value(optional.orElse(null), owner)));
        }
        if (value instanceof OptionalInt number) {
            return Optional.of(tagged("int", value(number.isPresent() ? number.getAsInt() : null, owner)));
        }
        if (value instanceof OptionalLong number) {
            return Optional.of(tagged("long", value(number.isPresent() ? number.getAsLong() : null, owner)));
        }
        if (value instanceof Map<?, ?> map) {
            ArrayNode pairs = JSON.arrayNode();
            map.forEach((key, item) -> pairs.addArray().add(value(key, owner)).add(value(item, owner)));
            String type = map.getClass().getName();
            return Optional.of(tagged(PlainValues.MAPS.containsKey(type) ? type : "map", pairs));
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = JSON.arrayNode();
            items.forEach(item -> array.add(value(item, owner)));
            String type = items.getClass().getName();
            String fixed = items instanceof Set ? "set" : "list";
            return Optional.of(tagged(PlainValues.COLLECTIONS.containsKey(type) ? type : fixed, array));
        }
        return Optional.empty();
    }

    private JsonNode thing(Object value, Object owner) {
        Optional<String> part = surroundings.nameOf(value);
        if (part.isPresent()) {
            return tagged("part", JSON.textNode(part.get()));
        }
        if (value instanceof TypeOffer type) {
            return tagged("type", JSON.textNode(type.code()));
        }
        if (value instanceof PoweredService power) {
            return tagged("power", JSON.textNode(surroundings.powerName().apply(power)));
        }
        if (value instanceof ReentrantLock) {
            return tagged("lock", JSON.nullNode());
        }
        if (!Names.isOurs(value.getClass())
                || value.getClass().isSynthetic()
                || value.getClass().isHidden()) {
            throw new IllegalStateException("The emulator cannot store a " + value.getClass() + " in a "
                    + owner.getClass().getName()
                    + ". Mark the field transient, and make its value anew when it is missing.");
        }
        Integer known = numbers.get(value);
        if (known != null) {
            return tagged("same", JSON.numberNode(known));
        }
        ObjectNode json = tagged(Names.toStored(value.getClass()), JSON.nullNode());
        json.remove("v");
        if (!(value instanceof Record)) {
            numbers.put(value, numbers.size());
            json.put("#", numbers.get(value));
        }
        fields(value, json);
        return json;
    }

    private void fields(Object value, ObjectNode json) {
        List<Field> fields = Fields.of(value.getClass());
        // Some guard themselves where the platform's lock does not.
        synchronized (value) {
            for (Field field : fields) {
                json.set(field.getName(), value(Fields.get(field, value), value));
            }
        }
    }

    private static ObjectNode tagged(String type, JsonNode value) {
        ObjectNode json = JSON.objectNode().put("@", type);
        json.set("v", value);
        return json;
    }
}
