package io.github.aivenjunit.emulator.internal.catalogue;

import io.github.aivenjunit.emulator.internal.Refusal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Everything that can be ordered. Immutable, read once per JVM and only when something is asked of it. */
public final class Catalogue {

    private final Map<String, CloudOffer> clouds;
    private final Map<String, TypeOffer> types;

    Catalogue(Map<String, CloudOffer> clouds, Map<String, TypeOffer> types) {
        this.clouds = clouds;
        this.types = types;
    }

    public static Catalogue get() {
        return Loaded.CATALOGUE;
    }

    public Collection<CloudOffer> clouds() {
        return clouds.values();
    }

    public Collection<TypeOffer> types() {
        return types.values();
    }

    public CloudOffer cloud(String name) {
        CloudOffer cloud = clouds.get(name);
        if (cloud == null) {
            throw Refusal.of(400, "Invalid cloud '" + name + "'");
        }
        return cloud;
    }

    public TypeOffer type(String code) {
        return findType(code)
                .orElseThrow(() -> Refusal.of(400, "invalid_service_type", "Invalid service type '" + code + "'"));
    }

    public Optional<TypeOffer> findType(String code) {
        return Optional.ofNullable(types.get(code));
    }

    private static final class Loaded {
        static final Catalogue CATALOGUE = new CatalogueFile().read();
    }
}
