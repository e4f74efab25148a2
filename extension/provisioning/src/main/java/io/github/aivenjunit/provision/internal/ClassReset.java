package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.ClickHouseDatabase;
import io.github.aivenjunit.client.model.ConnectionPool;
import io.github.aivenjunit.client.model.Database;
import io.github.aivenjunit.client.model.KafkaAcl;
import io.github.aivenjunit.client.model.TopicSummary;
import io.github.aivenjunit.project.AlloyDbOmniService;
import io.github.aivenjunit.project.ClickHouseService;
import io.github.aivenjunit.project.DragonflyService;
import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.project.MySqlService;
import io.github.aivenjunit.project.OpenSearchService;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.project.ValkeyService;
import io.github.aivenjunit.readiness.internal.SearchIndexes;
import io.github.aivenjunit.readiness.internal.ValkeyKeys;
import java.io.IOException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops what a class had to itself inside a service, also what its tests have added. */
final class ClassReset {

    private static final Logger logger = LoggerFactory.getLogger(ClassReset.class);

    private final ServiceHandle service;
    private final AivenClient client;
    private final String project;
    private final Predicate<String> own;

    ClassReset(ServiceHandle service) {
        this.service = service;
        this.client = service.details().control().client();
        this.project = service.details().control().project();
        this.own = name -> name.startsWith(service.prefix())
                || service.details().names().database().filter(name::equals).isPresent();
    }

    /** Never throws because of the service: what it does not drop costs nothing and goes with the project. */
    void run() {
        if (service.prefix().isEmpty()) {
            return;
        }
        try {
            drop();
        } catch (AivenApiException | IOException e) {
            logger.warn(
                    "What begins with '{}' in service {} of project {} is left until the project is deleted: {}",
                    service.prefix(),
                    service.serviceName(),
                    project,
                    e.getMessage());
        }
    }

    private void drop() throws IOException {
        switch (service.type()) {
            case PostgresService.TYPE -> {
                pools();
                databases();
            }
            case MySqlService.TYPE, AlloyDbOmniService.TYPE -> databases();
            case ClickHouseService.TYPE -> clickHouseDatabases();
            case KafkaService.TYPE -> kafka();
            default -> inside();
        }
    }

    private void inside() throws IOException {
        if (service.noDataPlane().isPresent()) {
            return;
        }
        if (service instanceof ValkeyService valkey) {
            ValkeyKeys.delete(valkey.server(), service.prefix());
        } else if (service instanceof DragonflyService dragonfly) {
            ValkeyKeys.delete(dragonfly.server(), service.prefix());
        } else if (service instanceof OpenSearchService search) {
            SearchIndexes.delete(search.server(), service.prefix());
        }
    }

    /** A database with a pool on it is in use. */
    private void pools() {
        client.postgres().connectionPools(project, service.serviceName()).stream()
                .map(ConnectionPool::poolName)
                .filter(own)
                .forEach(pool -> client.postgres().deleteConnectionPool(project, service.serviceName(), pool));
    }

    private void databases() {
        client.databases().list(project, service.serviceName()).stream()
                .map(Database::databaseName)
                .filter(own)
                .forEach(database -> client.databases().delete(project, service.serviceName(), database));
    }

    private void clickHouseDatabases() {
        client.clickHouse().databases(project, service.serviceName()).stream()
                .map(ClickHouseDatabase::name)
                .filter(own)
                .forEach(database -> client.clickHouse().deleteDatabase(project, service.serviceName(), database));
    }

    private void kafka() {
        client.kafkaAcls().list(project, service.serviceName()).stream()
                .filter(entry -> own.test(entry.topic()))
                .map(KafkaAcl::id)
                .forEach(id -> client.kafkaAcls().delete(project, service.serviceName(), id));
        client.topics().list(project, service.serviceName()).stream()
                .map(TopicSummary::topicName)
                .filter(own)
                .forEach(topic -> client.topics().delete(project, service.serviceName(), topic));
    }
}
