package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.engine.ConnectionPool;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connection pools of a service, in the order of their creation. Guarded by the platform's lock. */
public final class ConnectionPools {

    private final Map<String, ConnectionPool> pools = new LinkedHashMap<>();
    private int refused;

    public Collection<ConnectionPool> all() {
        return List.copyOf(pools.values());
    }

    public Optional<ConnectionPool> find(String name) {
        return Optional.ofNullable(pools.get(name));
    }

    /** Adds the pool, or replaces the one of that name. */
    public void put(ConnectionPool pool) {
        pools.put(pool.name(), pool);
    }

    public void remove(String name) {
        pools.remove(name);
    }

    /** Counts a request against the number of those that are refused because the users are not known yet. */
    public boolean refusesOnce(int lag) {
        return refused < lag && ++refused > 0;
    }
}
