package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenClickHouse;
import io.github.aivenjunit.project.ClickHouseService;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;

final class ClickHouseDeclaration implements ServiceDeclaration<AivenClickHouse> {

    @Override
    public Class<AivenClickHouse> annotation() {
        return AivenClickHouse.class;
    }

    @Override
    public ServiceSpec read(AivenClickHouse declared) {
        ServiceSpec.Builder spec = new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(ClickHouseService.TYPE, "clickhouse_version", declared.version());
        for (String database : declared.databases()) {
            spec.resource(new ServiceResource.ClickHouseDatabase(database));
        }
        return spec.build();
    }
}
