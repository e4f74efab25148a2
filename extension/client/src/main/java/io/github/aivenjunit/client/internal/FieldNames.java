package io.github.aivenjunit.client.internal;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import java.util.HashMap;

/** Fields are called like the components of records, in snake_case, with the exceptions added. */
final class FieldNames extends PropertyNamingStrategies.SnakeCaseStrategy {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> exceptions = new HashMap<>();

    void add(Class<?> type, String component, String field) {
        exceptions.put(key(type, component), field);
    }

    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String defaultName) {
        return name(field, defaultName);
    }

    @Override
    public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String defaultName) {
        return name(method, defaultName);
    }

    @Override
    public String nameForConstructorParameter(
            MapperConfig<?> config, AnnotatedParameter parameter, String defaultName) {
        return name(parameter, defaultName);
    }

    private String name(AnnotatedMember member, String defaultName) {
        String exception = exceptions.get(key(member.getDeclaringClass(), defaultName));
        return exception == null ? translate(defaultName) : exception;
    }

    private static String key(Class<?> type, String component) {
        return type.getName() + "." + component;
    }
}
