package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.ConnectionPool;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;

/** The connection pools of a service with their addresses. */
final class PoolJson {

    private PoolJson() {}

    static ArrayNode pools(Service service, Secrets secrets) {
        ServiceAddress address = new ServiceAddress(service, secrets);
        ArrayNode json = Reply.object().arrayNode();
        for (ConnectionPool pool : service.pools().all()) {
            // A pool without a user, or with one that was deleted since, shows the administrator's address.
            ServiceUser user = pool.user().flatMap(service::user).orElse(service.admin());
            ObjectNode entry = json.addObject()
                    .put(
                            "connection_uri",
                            address.uri(
                                    "postgres",
                                    "pgbouncer",
                                    user,
                                    "/" + ServiceAddress.encode(pool.name()) + "?sslmode=require"))
                    .put("database", pool.database())
                    .put("pool_mode", pool.mode())
                    .put("pool_name", pool.name())
                    .put("pool_size", pool.size());
            pool.user().ifPresent(name -> entry.put("username", name));
        }
        return json;
    }
}
