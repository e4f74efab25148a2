package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenKafkaMirrorMaker;
import io.github.aivenjunit.project.KafkaMirrorMakerService;
import io.github.aivenjunit.spec.ServiceSpec;

final class KafkaMirrorMakerDeclaration implements ServiceDeclaration<AivenKafkaMirrorMaker> {

    @Override
    public Class<AivenKafkaMirrorMaker> annotation() {
        return AivenKafkaMirrorMaker.class;
    }

    @Override
    public ServiceSpec read(AivenKafkaMirrorMaker declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(KafkaMirrorMakerService.TYPE)
                .build();
    }
}
