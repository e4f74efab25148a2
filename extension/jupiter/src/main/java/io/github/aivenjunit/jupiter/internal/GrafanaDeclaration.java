package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenGrafana;
import io.github.aivenjunit.project.GrafanaService;
import io.github.aivenjunit.spec.ServiceSpec;

final class GrafanaDeclaration implements ServiceDeclaration<AivenGrafana> {

    @Override
    public Class<AivenGrafana> annotation() {
        return AivenGrafana.class;
    }

    @Override
    public ServiceSpec read(AivenGrafana declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(GrafanaService.TYPE)
                .build();
    }
}
