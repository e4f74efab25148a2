package io.github.aivenjunit.project;

import java.util.Map;
import java.util.function.Function;

/** Which class of handle a service type has. */
public final class ServiceHandles {

    private static final Map<String, Function<ServiceDetails, ServiceHandle>> TYPED =
            Map.of(PostgresService.TYPE, PostgresService::new, ValkeyService.TYPE, ValkeyService::new);

    private ServiceHandles() {}

    public static ServiceHandle of(ServiceDetails details) {
        return TYPED.getOrDefault(details.service().serviceType(), ServiceHandle::new)
                .apply(details);
    }
}
