package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.resource.ResourceFailedException;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;
import java.util.function.Predicate;

/** What is inside one service: the one way in for declarations and for handles. Thread-safe. */
public final class ServiceResources {

    private final String service;

    /** In the order in which one kind needs another. */
    private final List<Kind<?>> kinds;

    private record Kind<R extends ServiceResource>(Class<R> type, ResourceKind<R> making) {

        List<R> among(List<? extends ServiceResource> all) {
            return all.stream().filter(type::isInstance).map(type::cast).toList();
        }

        void request(List<? extends ServiceResource> all, String service, Patience patience)
                throws InterruptedException {
            for (R resource : among(all)) {
                try {
                    patience.until(() -> making.request(resource));
                } catch (AivenApiException.InvalidRequest
                        | AivenApiException.Conflict
                        | AivenApiException.Forbidden
                        | AivenApiException.NotFound e) {
                    throw new ResourceFailedException(
                            "Aiven refuses " + resource.label() + " of service '" + service + "': " + e.apiMessage()
                                    + ". Change '" + resource.attribute() + "' of the service.",
                            e);
                }
            }
        }

        void delete(List<? extends ServiceResource> all) {
            if (making instanceof RemovableKind<R> removing) {
                among(all).forEach(removing::delete);
            } else {
                among(all).forEach(resource -> {
                    throw new ResourceFailedException(
                            "We cannot delete " + resource.label() + " by itself. Leave it: it goes with its service.");
                });
            }
        }

        boolean gone(List<? extends ServiceResource> all) {
            List<R> mine = among(all);
            return !(making instanceof RemovableKind<R> removing) || mine.isEmpty() || removing.gone(mine);
        }

        boolean exist(List<? extends ServiceResource> all) {
            return making.exist(among(all));
        }
    }

    /**
     * The inside of a service.
     *
     * @param type the service's type
     * @param door the admin's way into it
     */
    public ServiceResources(AivenClient client, String project, String service, String type, ServiceDoor door) {
        this(client, project, service, type, door, database -> true);
    }

    /**
     * The inside of a service that classes share.
     *
     * @param databases which databases get extensions
     */
    public ServiceResources(
            AivenClient client,
            String project,
            String service,
            String type,
            ServiceDoor door,
            Predicate<String> databases) {
        this.service = service;
        this.kinds = List.of(
                new Kind<>(ServiceResource.User.class, new Users(client, project, service, type)),
                new Kind<>(ServiceResource.Database.class, new Databases(client, project, service)),
                new Kind<>(ServiceResource.Extension.class, new Extensions(client, project, service, door, databases)),
                new Kind<>(ServiceResource.ConnectionPool.class, new ConnectionPools(client, project, service)),
                new Kind<>(ServiceResource.Topic.class, new Topics(client, project, service)),
                new Kind<>(ServiceResource.KafkaAccess.class, new KafkaAcls(client, project, service)),
                new Kind<>(ServiceResource.KafkaNativeAcl.class, new NativeKafkaAcls(client, project, service)),
                new Kind<>(
                        ServiceResource.ClickHouseDatabase.class, new ClickHouseDatabases(client, project, service)));
    }

    /**
     * Creates all of it and waits until clients find it.
     *
     * @throws ResourceFailedException if Aiven refuses one for good; names it and the attribute
     * @throws InterruptedException if this thread was interrupted while it waited
     */
    public void create(List<? extends ServiceResource> wanted, Patience patience) throws InterruptedException {
        for (Kind<?> kind : kinds) {
            if (!kind.among(wanted).isEmpty()) {
                kind.request(wanted, service, patience);
                patience.until(() -> kind.exist(wanted));
            }
        }
    }

    /**
     * Deletes all of it and waits until the API does not show it any more.
     *
     * @throws ResourceFailedException if something of its kind is not deleted by itself
     * @throws InterruptedException if this thread was interrupted while it waited
     */
    public void delete(List<? extends ServiceResource> unwanted, Patience patience) throws InterruptedException {
        kinds.forEach(kind -> kind.delete(unwanted));
        for (Kind<?> kind : kinds) {
            patience.until(() -> kind.gone(unwanted));
        }
    }
}
