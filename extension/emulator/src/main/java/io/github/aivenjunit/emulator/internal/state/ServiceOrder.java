package io.github.aivenjunit.emulator.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.catalogue.CloudOffer;
import io.github.aivenjunit.emulator.internal.catalogue.PlanOffer;
import io.github.aivenjunit.emulator.internal.catalogue.TypeOffer;
import java.util.List;
import java.util.Optional;

/** What a caller asked a service to be. Immutable as long as nobody writes to its user configuration. */
public record ServiceOrder(
        String name,
        TypeOffer type,
        PlanOffer plan,
        CloudOffer cloud,
        Optional<String> vpcId,
        int diskMb,
        ObjectNode userConfig,
        boolean terminationProtection,
        String maintenanceDay,
        String maintenanceTime,
        List<String> techEmails) {

    public ServiceOrder {
        techEmails = List.copyOf(techEmails);
    }
}
