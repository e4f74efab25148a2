package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.ClickHouseDatabase;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Databases of ClickHouse, which Aiven keeps apart from others. Aiven API: {@code pending_creation} comes first. */
record ClickHouseDatabases(AivenClient client, String project, String service)
        implements ResourceKind<ServiceResource.ClickHouseDatabase> {

    private static final String PENDING = "pending_creation";

    @Override
    public boolean request(ServiceResource.ClickHouseDatabase database) {
        client.clickHouse().createDatabase(project, service, database.name());
        return true;
    }

    @Override
    public boolean exist(List<ServiceResource.ClickHouseDatabase> databases) {
        Set<String> present = client.clickHouse().databases(project, service).stream()
                .filter(database -> !database.state().equals(PENDING))
                .map(ClickHouseDatabase::name)
                .collect(Collectors.toSet());
        return databases.stream().map(ServiceResource.ClickHouseDatabase::name).allMatch(present::contains);
    }
}
