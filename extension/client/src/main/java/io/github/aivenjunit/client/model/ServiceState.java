package io.github.aivenjunit.client.model;

/**
 * The state of a service. Aiven knows four, none of them an error, and none for a service being deleted; a value it may
 * add survives as the text it sent.
 *
 * @param value as the API writes it; empty when it sent none
 */
public record ServiceState(String value) {

    /** In use, as far as Aiven can tell: DNS and logins can lag behind. */
    public static final ServiceState RUNNING = new ServiceState("RUNNING");

    /** Being built, or built anew after a change. */
    public static final ServiceState REBUILDING = new ServiceState("REBUILDING");

    /** One node runs, others still join. */
    public static final ServiceState REBALANCING = new ServiceState("REBALANCING");

    /** Switched off; costs nothing. */
    public static final ServiceState POWEROFF = new ServiceState("POWEROFF");

    public ServiceState {
        value = Missing.text(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
