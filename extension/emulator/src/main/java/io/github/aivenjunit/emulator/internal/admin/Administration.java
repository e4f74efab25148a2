package io.github.aivenjunit.emulator.internal.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.faults.FaultJson;
import io.github.aivenjunit.emulator.internal.faults.FaultReader;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What can be seen and done from outside the API. Thread-safe; holds no secret of a service. */
public final class Administration {

    private static final int SHOWN_REQUESTS = 100;

    private final Platform platform;
    private final EmulatorClock clock;
    private final FaultReader faultReader;
    private final Supplier<List<SeenRequest>> requests;
    private final Runnable reset;

    /**
     * @param requests the oldest first
     * @param reset forgets everything that requests have made
     */
    public Administration(
            Platform platform,
            EmulatorClock clock,
            FaultReader faultReader,
            Supplier<List<SeenRequest>> requests,
            Runnable reset) {
        this.platform = platform;
        this.clock = clock;
        this.faultReader = faultReader;
        this.requests = requests;
        this.reset = reset;
    }

    /** Everything that the page shows. */
    ObjectNode state() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("time", clock.now().toString()).put("manual_clock", clock instanceof EmulatorClock.Manual);
        ArrayNode projects = json.putArray("projects");
        platform.locked(() -> {
            platform.projects().forEach(project -> describe(projects.addObject(), project));
            return true;
        });
        ArrayNode seen = json.putArray("requests");
        List<SeenRequest> all = requests.get();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - SHOWN_REQUESTS); i--) {
            SeenRequest request = all.get(i);
            ObjectNode described = seen.addObject()
                    .put("at", request.at().toString())
                    .put("method", request.method())
                    .put("path", request.path())
                    .put("status", request.status());
            request.operationId().ifPresent(id -> described.put("operation", id));
        }
        json.set("faults", faults());
        json.set("fault_kinds", FaultJson.kinds());
        return json;
    }

    ArrayNode faults() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        platform.faults().all().forEach(fault -> json.add(FaultJson.write(fault)));
        return json;
    }

    /** Adds the fault that the JSON describes. */
    void inject(JsonNode fault) {
        platform.faults().inject(faultReader.read(fault));
    }

    void clearFaults() {
        platform.faults().clear();
    }

    /** Whether the clock is one that can be moved. */
    boolean advance(Duration by) {
        if (clock instanceof EmulatorClock.Manual manual) {
            manual.advance(by);
            return true;
        }
        return false;
    }

    void reset() {
        reset.run();
    }

    private static void describe(ObjectNode json, Project project) {
        json.put("name", project.name()).put("cloud", project.cloud());
        ObjectNode tags = json.putObject("tags");
        project.tags().forEach(tags::put);
        ArrayNode services = json.putArray("services");
        project.services().forEach(service -> describe(services.addObject(), service));
    }

    private static void describe(ObjectNode json, Service service) {
        json.put("name", service.name())
                .put("type", service.type().code())
                .put("plan", service.order().plan().name())
                .put("cloud", service.order().cloud().name())
                .put("state", service.state().name());
        ArrayNode addresses = json.putArray("addresses");
        service.endpoints().forEach(endpoint -> addresses.add(endpoint.host() + ":" + endpoint.port()));
        ArrayNode notes = json.putArray("notifications");
        service.notifications().forEach(notes::add);
    }
}
