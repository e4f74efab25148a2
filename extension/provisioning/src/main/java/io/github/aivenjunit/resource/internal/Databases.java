package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Database;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Databases of PostgreSQL and MySQL. Aiven API: they are made asynchronously, so the list decides. */
record Databases(AivenClient client, String project, String service) implements ResourceKind<ServiceResource.Database> {

    @Override
    public boolean request(ServiceResource.Database database) {
        client.databases().create(project, service, database.name());
        return true;
    }

    @Override
    public boolean exist(List<ServiceResource.Database> databases) {
        Set<String> present = client.databases().list(project, service).stream()
                .map(Database::databaseName)
                .collect(Collectors.toSet());
        return databases.stream().map(ServiceResource.Database::name).allMatch(present::contains);
    }
}
