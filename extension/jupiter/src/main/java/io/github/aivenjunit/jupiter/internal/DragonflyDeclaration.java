package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenDragonfly;
import io.github.aivenjunit.project.DragonflyService;
import io.github.aivenjunit.spec.ServiceSpec;

final class DragonflyDeclaration implements ServiceDeclaration<AivenDragonfly> {

    @Override
    public Class<AivenDragonfly> annotation() {
        return AivenDragonfly.class;
    }

    @Override
    public ServiceSpec read(AivenDragonfly declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(DragonflyService.TYPE)
                .build();
    }
}
