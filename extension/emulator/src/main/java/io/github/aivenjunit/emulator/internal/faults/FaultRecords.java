package io.github.aivenjunit.emulator.internal.faults;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The records of {@link Fault} and what they are made of. They are found by reflection, so that a new fault needs nothing
 * here.
 */
final class FaultRecords {

    private static final Map<String, Class<?>> KINDS = kinds();

    private FaultRecords() {}

    /** All kinds of faults, in the order of their names. */
    static List<Class<?>> all() {
        return List.copyOf(KINDS.values());
    }

    /**
     * The kind of this name.
     *
     * @throws IllegalArgumentException if there is none; names those that are probably meant
     */
    static Class<?> named(String kind) {
        return Optional.<Class<?>>ofNullable(KINDS.get(kind))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no fault of kind '" + kind + "'. Use " + NearMatches.of(kind, KINDS.keySet()) + "."));
    }

    /**
     * A record of these values.
     *
     * @throws IllegalArgumentException what the record says of them
     */
    static Record make(Class<?> type, List<Object> values) {
        Class<?>[] types = components(type).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Record) type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getTargetException().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be made. Report this as a bug.", e);
        }
    }

    /** What a record is made of, in the order of its constructor. */
    static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    /** The value of a component. */
    static Object component(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read. Report this as a bug.", e);
        }
    }

    /** What a component of a fault is when nobody says it; empty where it has to be said. */
    static Optional<Object> otherwise(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Target.class) {
            return Optional.of(Target.anyRequest());
        }
        if (type == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (type == Moment.class) {
            return Optional.of(Moment.BEFORE_COMMIT);
        }
        return component.getDeclaringRecord() == Fault.OpenBalance.class
                ? Optional.of(Duration.ZERO)
                : Optional.empty();
    }

    /** A component's type, or what is inside its {@link Optional}. */
    static Class<?> inner(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : component.getType();
    }

    /** A component's value from the one of its inner type. */
    static Object wrapped(RecordComponent component, Object value) {
        return component.getType() == Optional.class ? Optional.of(value) : value;
    }

    /**
     * A number, duration, pattern, constant or text.
     *
     * @throws IllegalArgumentException a few words that say what the text is not
     */
    static Object parse(Class<?> type, String text) {
        try {
            if (type == int.class) {
                return Integer.valueOf(text);
            }
            if (type == long.class) {
                return Long.valueOf(text);
            }
            if (type == double.class) {
                return Double.valueOf(text);
            }
            if (type == Duration.class) {
                return Duration.parse(text);
            }
            if (type == Pattern.class) {
                return Pattern.compile(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(type == double.class ? "no number" : "no whole number", e);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no duration such as PT5S", e);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("no regular expression", e);
        }
        return type.isEnum() ? constant(type, text) : text;
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("none of " + Arrays.toString(type.getEnumConstants())));
    }

    private static Map<String, Class<?>> kinds() {
        Map<String, Class<?>> kinds = new TreeMap<>();
        records(Fault.class).forEach(kind -> kinds.put(kind.getSimpleName(), kind));
        return Collections.unmodifiableMap(kinds);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultRecords::records);
    }
}
