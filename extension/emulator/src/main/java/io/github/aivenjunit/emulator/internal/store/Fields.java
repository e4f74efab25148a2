package io.github.aivenjunit.emulator.internal.store;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of the emulator's own classes: those to be stored, and how to reach them. */
final class Fields {

    private Fields() {}

    static List<Field> of(Class<?> type) {
        return all(type).stream()
                .filter(field -> !Modifier.isTransient(field.getModifiers()))
                .toList();
    }

    static List<Field> notStored(Class<?> type) {
        return all(type).stream()
                .filter(field -> Modifier.isTransient(field.getModifiers()))
                .toList();
    }

    static @Nullable Object get(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " cannot be read.", impossible);
        }
    }

    static void set(Field field, Object of, @Nullable Object value) {
        try {
            field.set(of, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " cannot be set.", impossible);
        }
    }

    private static List<Field> all(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> owner = type; Names.isOurs(owner); owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
