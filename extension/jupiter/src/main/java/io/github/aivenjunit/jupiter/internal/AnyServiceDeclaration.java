package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.spec.ServiceSpec;

final class AnyServiceDeclaration implements ServiceDeclaration<AivenService> {

    @Override
    public Class<AivenService> annotation() {
        return AivenService.class;
    }

    @Override
    public ServiceSpec read(AivenService declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(declared.type())
                .build();
    }
}
