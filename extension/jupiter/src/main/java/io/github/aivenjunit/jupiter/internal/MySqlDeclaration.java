package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenMySql;
import io.github.aivenjunit.project.MySqlService;
import io.github.aivenjunit.spec.ServiceSpec;

final class MySqlDeclaration implements ServiceDeclaration<AivenMySql> {

    @Override
    public Class<AivenMySql> annotation() {
        return AivenMySql.class;
    }

    @Override
    public ServiceSpec read(AivenMySql declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(MySqlService.TYPE, "mysql_version", declared.version())
                .databases(declared.databases())
                .build();
    }
}
