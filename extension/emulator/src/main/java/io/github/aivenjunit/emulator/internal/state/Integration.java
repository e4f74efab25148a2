package io.github.aivenjunit.emulator.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** A connection between two services, or a service and an endpoint. Guarded by the platform's lock. */
public final class Integration {

    private final String id;
    private final IntegrationOrder order;
    private ObjectNode userConfig;
    private int refusalsLeft;

    Integration(String id, IntegrationOrder order, int refusals) {
        this.id = id;
        this.order = order;
        this.userConfig = order.userConfig();
        this.refusalsLeft = refusals;
    }

    public String id() {
        return id;
    }

    public String type() {
        return order.type();
    }

    public IntegrationEnd source() {
        return order.source();
    }

    public IntegrationEnd dest() {
        return order.dest();
    }

    public ObjectNode userConfig() {
        return userConfig;
    }

    public void userConfig(ObjectNode changed) {
        userConfig = changed;
    }

    /** Whether both ends are up. */
    public boolean isActive() {
        return source().isUp() && dest().isUp();
    }

    boolean concerns(Project project) {
        return source().project() == project || dest().project() == project;
    }

    boolean uses(IntegrationEndpoint endpoint) {
        return Stream.of(source(), dest())
                .flatMap(end -> end.endpoint().stream())
                .anyMatch(found -> found.id().equals(endpoint.id()));
    }

    boolean isSameAs(IntegrationOrder other) {
        return type().equals(other.type()) && source().isSameAs(other.source()) && dest().isSameAs(other.dest());
    }

    /** The services at its ends that are there. */
    List<Service> services() {
        return Stream.of(source(), dest()).flatMap(end -> end.found().stream()).toList();
    }

    /** Counts down the reads that do not find it because it is new. */
    boolean hidesOnce() {
        return refusalsLeft > 0 && refusalsLeft-- > 0;
    }
}
