package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ServiceSpec;
import java.util.HashMap;
import java.util.Map;

/**
 * The attributes that every service annotation has, as they were written.
 *
 * @param name blank for the default name of the type
 */
record ServiceAttributes(String name, String plan, String cloud, String userConfig, int diskSpace, String timeout) {

    /** Starts the service that these attributes describe. */
    ServiceSpec.Builder spec(String type) {
        return spec(type, Map.of());
    }

    /**
     * Starts the service that these attributes describe.
     *
     * @param typed what the annotation's own attributes put into {@code user_config}; it wins over the JSON text
     */
    ServiceSpec.Builder spec(String type, Map<String, ?> typed) {
        ServiceSpec.Builder spec = ServiceSpec.builder(type, plan);
        AttributeValues.text(name).ifPresent(spec::name);
        AttributeValues.text(cloud).ifPresent(spec::cloud);
        if (diskSpace != 0) {
            spec.diskSpaceMb(diskSpace);
        }
        AttributeValues.duration("timeout", timeout).ifPresent(spec::timeout);
        return spec.userConfig(merged(typed));
    }

    /** Starts the service that these attributes describe, in a version unless that is blank. */
    ServiceSpec.Builder spec(String type, String versionKey, String version) {
        return spec(
                type,
                AttributeValues.text(version)
                        .map(given -> Map.of(versionKey, given))
                        .orElse(Map.of()));
    }

    private UserConfig merged(Map<String, ?> typed) {
        try {
            Map<String, Object> merged = new HashMap<>();
            AttributeValues.text(userConfig)
                    .map(UserConfig::parse)
                    .map(UserConfig::asMap)
                    .ifPresent(merged::putAll);
            typed.forEach((key, value) -> merged.merge(key, value, ServiceAttributes::both));
            return UserConfig.of(merged);
        } catch (IllegalArgumentException e) {
            throw new InvalidSpecException("Attribute 'userConfig' cannot be used: " + e.getMessage(), e);
        }
    }

    /** What the JSON text says about the other keys of a nested object stays. */
    private static Object both(Object written, Object typed) {
        if (written instanceof Map<?, ?> before && typed instanceof Map<?, ?> more) {
            Map<Object, Object> all = new HashMap<>(before);
            all.putAll(more);
            return all;
        }
        return typed;
    }
}
