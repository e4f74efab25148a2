package io.github.aivenjunit.emulator.internal.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** A plan of one service type, offered in the clouds of some providers. Memory, cores and disk are per node. */
public record PlanOffer(
        String name,
        int nodes,
        int cpus,
        int memoryMb,
        int diskMb,
        int diskCapMb,
        BigDecimal hourlyPrice,
        Set<String> providers) {

    /** More disk comes in steps of this size. */
    public static final int DISK_STEP_MB = 10_240;

    public PlanOffer {
        providers = Set.copyOf(providers);
    }

    /** Aiven API: the smallest plans come without connection pools. */
    public boolean hasPools() {
        return !isFree() && !name.equals("hobbyist");
    }

    public boolean isFree() {
        return name.startsWith("free-");
    }

    public boolean offeredIn(CloudOffer cloud) {
        return providers.contains(cloud.provider());
    }

    public BigDecimal hourlyPrice(CloudOffer cloud) {
        return hourlyPrice.multiply(cloud.priceFactor()).setScale(4, RoundingMode.HALF_UP);
    }
}
