package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenAlloyDbOmni;
import io.github.aivenjunit.project.AlloyDbOmniService;
import io.github.aivenjunit.spec.ServiceSpec;

final class AlloyDbOmniDeclaration implements ServiceDeclaration<AivenAlloyDbOmni> {

    @Override
    public Class<AivenAlloyDbOmni> annotation() {
        return AivenAlloyDbOmni.class;
    }

    @Override
    public ServiceSpec read(AivenAlloyDbOmni declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(AlloyDbOmniService.TYPE, "alloydbomni_version", declared.version())
                .databases(declared.databases())
                .build();
    }
}
