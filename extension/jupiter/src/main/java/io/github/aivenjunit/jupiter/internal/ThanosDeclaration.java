package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenThanos;
import io.github.aivenjunit.project.ThanosService;
import io.github.aivenjunit.spec.ServiceSpec;

final class ThanosDeclaration implements ServiceDeclaration<AivenThanos> {

    @Override
    public Class<AivenThanos> annotation() {
        return AivenThanos.class;
    }

    @Override
    public ServiceSpec read(AivenThanos declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(ThanosService.TYPE)
                .build();
    }
}
