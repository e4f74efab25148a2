package io.github.aivenjunit.emulator.internal.faults;

import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.platform.PlatformFault;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A fault as attributes, those of its target among them. */
final class FaultWords implements FaultSource {

    private final String kind;
    private final Map<String, String> left;
    private final Set<String> known = new TreeSet<>();

    FaultWords(PlatformFault words) {
        this.kind = words.kind();
        this.left = new TreeMap<>(words.attributes());
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Optional<Object> value(RecordComponent component) {
        return component.getType() == Target.class ? Optional.of(target()) : attribute(attribute(component), component);
    }

    @Override
    public IllegalArgumentException lacks(RecordComponent component) {
        return new IllegalArgumentException(
                "Fault " + kind + " needs attribute '" + attribute(component) + "'. Set it.");
    }

    @Override
    public void requireAllUsed() {
        left.keySet().stream().findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("Fault " + kind + " has no attribute '" + unknown + "'. "
                    + (known.isEmpty() ? "Remove it." : "Remove it, or use " + NearMatches.of(unknown, known) + "."));
        });
    }

    @Override
    public String operation() {
        return "operation";
    }

    private Object target() {
        // An nth hit is one hit, unless more are asked for.
        Record usual = left.containsKey("nth") ? Target.anyRequest().once() : Target.anyRequest();
        List<Object> values = FaultRecords.components(Target.class)
                .map(component -> attribute(targetAttribute(component), component)
                        .orElseGet(() -> FaultRecords.component(component, usual)))
                .toList();
        try {
            return FaultRecords.make(Target.class, values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Fault " + kind + ": " + e.getMessage(), e);
        }
    }

    private static String attribute(RecordComponent component) {
        String name = component.getName();
        if (component.getType() == int.class && !name.equals("status")) {
            return "count";
        }
        return component.getType() == Duration.class ? "duration" : name;
    }

    private String targetAttribute(RecordComponent component) {
        return switch (component.getName()) {
            case "operationId" -> operation();
            case "first" -> "nth";
            default -> component.getName();
        };
    }

    private Optional<Object> attribute(String attribute, RecordComponent component) {
        known.add(attribute);
        return Optional.ofNullable(left.remove(attribute)).map(text -> {
            try {
                return FaultRecords.wrapped(component, FaultRecords.parse(FaultRecords.inner(component), text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Attribute '" + attribute + "' of fault " + kind + " cannot be '" + text + "': "
                                + e.getMessage() + ". Change it.",
                        e);
            }
        });
    }
}
