package io.github.aivenjunit.project;

import java.util.Map;
import java.util.function.Function;

/** Which class of handle a service type has. */
public final class ServiceHandles {

    private static final Map<String, Function<ServiceDetails, ServiceHandle>> TYPED = Map.ofEntries(
            Map.entry(KafkaService.TYPE, KafkaService::new),
            Map.entry(PostgresService.TYPE, PostgresService::new),
            Map.entry(MySqlService.TYPE, MySqlService::new),
            Map.entry(AlloyDbOmniService.TYPE, AlloyDbOmniService::new),
            Map.entry(ValkeyService.TYPE, ValkeyService::new),
            Map.entry(DragonflyService.TYPE, DragonflyService::new),
            Map.entry(OpenSearchService.TYPE, OpenSearchService::new),
            Map.entry(ClickHouseService.TYPE, ClickHouseService::new),
            Map.entry(GrafanaService.TYPE, GrafanaService::new),
            Map.entry(ThanosService.TYPE, ThanosService::new),
            Map.entry(FlinkService.TYPE, FlinkService::new),
            Map.entry(KafkaConnectService.TYPE, KafkaConnectService::new),
            Map.entry(KafkaMirrorMakerService.TYPE, KafkaMirrorMakerService::new));

    private ServiceHandles() {}

    public static ServiceHandle of(ServiceDetails details) {
        return TYPED.getOrDefault(details.service().serviceType(), ServiceHandle::new)
                .apply(details);
    }
}
