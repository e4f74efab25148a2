package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the users of one shared project have in common, as a name for a file. */
final class SpecKey {

    private static final int LENGTH = 32;

    private SpecKey() {}

    /**
     * The same for two declarations that differ only in their labels and in the order of their services, in every JVM of
     * the run; different for everything else that shapes the project. No secret is in it but what a service's own settings
     * hold, and of those only a hash.
     */
    static String of(String run, AivenConfig config, ProjectSpec spec) {
        List<ServiceSpec> services = spec.services().stream()
                .sorted(Comparator.comparing(ServiceSpec::name))
                .toList();
        String text = Stream.of(
                        run,
                        config.url().toString().toLowerCase(Locale.ROOT).replaceAll("/+$", ""),
                        config.organization(),
                        config.cloud(),
                        config.expiresAfter(),
                        config.timeout(),
                        config.isolation(),
                        spec.tags(),
                        services)
                .map(SpecKey::canonical)
                .collect(Collectors.joining("\n"));
        return hash(text);
    }

    /** The same for the same words. */
    static String of(String... words) {
        return hash(canonical(List.of(words)));
    }

    /** Each value with its length, so that no two texts run into one; maps in the order of their keys. */
    private static String canonical(Object value) {
        if (value instanceof UserConfig config) {
            return canonical(config.asMap());
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(SpecKey::canonical).orElse("-");
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? canonical(optional.getAsInt()) : "-";
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(canonical(key), canonical(entry)));
            return "{" + sorted + "}";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SpecKey::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Record parts) {
            return parts.getClass().getSimpleName() + canonical(parts(parts));
        }
        String text = String.valueOf(value);
        return text.length() + ":" + text;
    }

    private static List<Object> parts(Record whole) {
        return Stream.of(whole.getClass().getRecordComponents())
                .map(component -> part(whole, component))
                .toList();
    }

    private static Object part(Record whole, RecordComponent component) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The part " + component.getName() + " of a spec cannot be read. Report this as a bug.", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256. Run the tests on another one.", e);
        }
    }
}
