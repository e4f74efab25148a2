package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenKafkaConnect;
import io.github.aivenjunit.project.KafkaConnectService;
import io.github.aivenjunit.spec.ServiceSpec;

final class KafkaConnectDeclaration implements ServiceDeclaration<AivenKafkaConnect> {

    @Override
    public Class<AivenKafkaConnect> annotation() {
        return AivenKafkaConnect.class;
    }

    @Override
    public ServiceSpec read(AivenKafkaConnect declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(KafkaConnectService.TYPE)
                .build();
    }
}
