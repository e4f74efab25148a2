package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.ValkeyService;
import io.github.aivenjunit.spec.ServiceSpec;

final class ValkeyDeclaration implements ServiceDeclaration<AivenValkey> {

    @Override
    public Class<AivenValkey> annotation() {
        return AivenValkey.class;
    }

    @Override
    public ServiceSpec read(AivenValkey declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(ValkeyService.TYPE)
                .users(declared.users())
                .build();
    }
}
