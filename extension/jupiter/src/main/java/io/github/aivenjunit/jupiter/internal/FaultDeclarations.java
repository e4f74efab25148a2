package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenFault;
import io.github.aivenjunit.platform.PlatformFault;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.support.AnnotationSupport;

/** Turns annotations into faults for a platform. What is not set is left out. Pure. */
final class FaultDeclarations {

    private FaultDeclarations() {}

    /** The faults of a class or a method, in their order. */
    static List<PlatformFault> of(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, AivenFault.class).stream()
                .map(FaultDeclarations::fault)
                .toList();
    }

    private static PlatformFault fault(AivenFault declared) {
        Map<String, String> attributes = new HashMap<>();
        text(attributes, "operation", declared.operation());
        text(attributes, "request", declared.request());
        text(attributes, "project", declared.project());
        number(attributes, "nth", declared.nth());
        number(attributes, "times", declared.times());
        if (declared.probability() != 0) {
            attributes.put("probability", Double.toString(declared.probability()));
        }
        number(attributes, "seed", declared.seed());
        duration(attributes, "from", declared.from());
        duration(attributes, "lasting", declared.lasting());
        number(attributes, "status", declared.status());
        text(attributes, "moment", declared.moment());
        duration(attributes, "retryAfter", declared.retryAfter());
        duration(attributes, "duration", declared.duration());
        number(attributes, "count", declared.count());
        text(attributes, "service", declared.service());
        text(attributes, "message", declared.message());
        text(attributes, "access", declared.access());
        text(attributes, "answer", declared.answer());
        text(attributes, "address", declared.address());
        return new PlatformFault(declared.kind().strip(), attributes);
    }

    private static void text(Map<String, String> attributes, String name, String value) {
        AttributeValues.text(value).ifPresent(text -> attributes.put(name, text));
    }

    private static void number(Map<String, String> attributes, String name, long value) {
        if (value != 0) {
            attributes.put(name, Long.toString(value));
        }
    }

    private static void duration(Map<String, String> attributes, String name, String value) {
        AttributeValues.duration(name, value).map(Duration::toString).ifPresent(text -> attributes.put(name, text));
    }
}
