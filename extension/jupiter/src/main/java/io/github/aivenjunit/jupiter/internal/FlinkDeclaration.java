package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenFlink;
import io.github.aivenjunit.project.FlinkService;
import io.github.aivenjunit.spec.ServiceSpec;

final class FlinkDeclaration implements ServiceDeclaration<AivenFlink> {

    @Override
    public Class<AivenFlink> annotation() {
        return AivenFlink.class;
    }

    @Override
    public ServiceSpec read(AivenFlink declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(FlinkService.TYPE, "flink_version", declared.version())
                .build();
    }
}
