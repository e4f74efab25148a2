package io.github.aivenjunit.client.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number beyond the range of its type is a missing value: {@link TolerantHandler} is not asked about those. */
final class TolerantNumbers extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;
    private static final Set<Class<?>> BOUNDED = Set.of(int.class, Integer.class, long.class, Long.class);

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
        return BOUNDED.contains(description.getBeanClass()) ? new InRange(deserializer) : deserializer;
    }

    private static final class InRange extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        InRange(JsonDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new InRange(delegate);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return super.deserialize(parser, context);
            } catch (InputCoercionException e) {
                return getNullValue(context);
            }
        }
    }
}
