package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.spec.ServiceSpec;

final class PostgresDeclaration implements ServiceDeclaration<AivenPostgres> {

    @Override
    public Class<AivenPostgres> annotation() {
        return AivenPostgres.class;
    }

    @Override
    public ServiceSpec read(AivenPostgres declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(PostgresService.TYPE, "pg_version", declared.version())
                .databases(declared.databases())
                .build();
    }
}
