package io.github.aivenjunit.emulator.internal.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.platform.PlatformFault;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;

/**
 * Makes faults from words and from JSON: the kind is the name of a record of {@link Fault}, and what is said of it are the
 * record's components.
 */
public final class FaultReader {

    private final Set<String> operations;

    /**
     * A reader.
     *
     * @param operations the ids of all operations that can be aimed at
     */
    public FaultReader(Set<String> operations) {
        this.operations = operations;
    }

    /**
     * A fault from words. {@code count} stands for its number, {@code duration} for its time, and the components of a
     * {@link Target} stand beside the others.
     *
     * @throws IllegalArgumentException if it cannot be made; names kind, attribute and fix
     */
    public Fault read(PlatformFault words) {
        return read(new FaultWords(words));
    }

    /**
     * A fault from JSON, as {@link FaultJson} writes it. What a target does not say is as in {@link Target#anyRequest()}.
     *
     * @throws IllegalArgumentException if it cannot be made; names the part and the fix
     */
    public Fault read(JsonNode json) {
        return read(new FaultNode(json));
    }

    private Fault read(FaultSource source) {
        Class<?> kind = FaultRecords.named(source.kind());
        List<Object> values = FaultRecords.components(kind)
                .map(component -> value(component, source))
                .toList();
        source.requireAllUsed();
        Fault fault;
        try {
            fault = (Fault) FaultRecords.make(kind, values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Fault " + source.kind() + ": " + e.getMessage(), e);
        }
        if (fault instanceof Fault.Targeted targeted) {
            targeted.target().operationId().ifPresent(id -> requireKnown(id, source));
        }
        return fault;
    }

    private static Object value(RecordComponent component, FaultSource source) {
        return source.value(component)
                .or(() -> FaultRecords.otherwise(component))
                .orElseThrow(() -> source.lacks(component));
    }

    private void requireKnown(String operation, FaultSource source) {
        if (!operations.contains(operation)) {
            throw new IllegalArgumentException("Attribute '" + source.operation() + "' of fault " + source.kind()
                    + " is '" + operation + "', which the API does not have. Use "
                    + NearMatches.of(operation, operations) + ".");
        }
    }
}
