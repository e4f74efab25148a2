package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenPool;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ServiceOrigin;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;
import java.util.Optional;
import java.util.OptionalInt;

final class PostgresDeclaration implements ServiceDeclaration<AivenPostgres> {

    @Override
    public Class<AivenPostgres> annotation() {
        return AivenPostgres.class;
    }

    @Override
    public ServiceSpec read(AivenPostgres declared) {
        ServiceSpec.Builder spec = new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(PostgresService.TYPE, "pg_version", declared.version())
                .users(declared.users())
                .databases(declared.databases())
                .extensions(declared.extensions());
        for (AivenPool pool : declared.pools()) {
            spec.resource(pool(pool));
        }
        origin(declared).ifPresent(spec::origin);
        return spec.build();
    }

    private static ServiceResource.ConnectionPool pool(AivenPool declared) {
        return new ServiceResource.ConnectionPool(
                declared.name(),
                declared.database(),
                declared.mode(),
                declared.size() == 0 ? OptionalInt.empty() : OptionalInt.of(declared.size()),
                AttributeValues.text(declared.user()));
    }

    private static Optional<ServiceOrigin> origin(AivenPostgres declared) {
        Optional<ServiceOrigin> replica =
                AttributeValues.text(declared.readReplicaOf()).map(ServiceOrigin.ReadReplica::new);
        Optional<ServiceOrigin> fork = AttributeValues.text(declared.forkOf()).map(ServiceOrigin.Fork::new);
        if (replica.isPresent() && fork.isPresent()) {
            throw new InvalidSpecException(
                    "Service '" + declared.name() + "' has both 'readReplicaOf' and 'forkOf'. Remove one of them.");
        }
        return replica.or(() -> fork);
    }
}
