package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.IntegrationOrder;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a new service is given besides what it is: tags, integrations and static addresses. */
record ServiceParts(Map<String, String> tags, List<IntegrationOrder> integrations, List<String> staticIps) {

    private static final int MOST_ADDRESSES = 256;

    static ServiceParts read(Platform platform, Project project, ServiceOrder service, Input input) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode id : input.array("static_ips", MOST_ADDRESSES)) {
            if (!id.isTextual()) {
                throw Refusal.invalidInput(id + " is not of type 'string'");
            }
            project.staticIps().requireFree(id.textValue(), service.cloud().name());
            addresses.add(id.textValue());
        }
        return new ServiceParts(
                input.tags("tags").orElse(Map.of()),
                new IntegrationOrders(platform).ofNewService(project, input, service),
                addresses);
    }

    /** Integrations and addresses become the service's own. */
    void attach(Platform platform, Project project, Service service) {
        integrations.forEach(platform.integrations()::createIfPossible);
        staticIps.forEach(id -> project.staticIps().give(id, service));
    }
}
