package io.github.aivenjunit.emulator.internal.catalogue;

import java.math.BigDecimal;

/** A cloud region. Prices of plans are multiplied by its factor. */
public record CloudOffer(
        String name,
        String description,
        String provider,
        String providerDescription,
        String region,
        double latitude,
        double longitude,
        BigDecimal priceFactor) {}
