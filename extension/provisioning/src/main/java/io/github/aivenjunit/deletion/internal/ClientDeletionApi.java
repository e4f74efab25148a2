package io.github.aivenjunit.deletion.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.lease.internal.Ownership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Deletes through the client of a session, with the client's retries and before other requests. */
public record ClientDeletionApi(AivenClient client) implements DeletionApi {

    private static final int UNAUTHENTICATED = 401;

    public ClientDeletionApi {
        client = client.forDeletion();
    }

    @Override
    public Optional<Map<String, String>> projectTags(String project) {
        return call(() -> client.projects().find(project).map(Project::tags));
    }

    @Override
    public List<FoundService> services(String project) {
        return call(() -> client.services().list(project).stream()
                .map(ClientDeletionApi::found)
                .toList());
    }

    @Override
    public void liftProtection(String project, String service) {
        ServiceUpdate unprotected =
                ServiceUpdate.builder().terminationProtection(false).build();
        run(() -> client.services().update(project, service, unprotected));
    }

    @Override
    public void deleteService(String project, String service) {
        run(() -> client.services().delete(project, service));
    }

    @Override
    public boolean hasService(String project, String service) {
        return call(() -> client.services().find(project, service).isPresent());
    }

    @Override
    public void deleteProject(String project) {
        run(() -> client.projects().delete(project));
    }

    @Override
    public void markTombstone(String project, Instant emptied) {
        run(() -> client.projects()
                .updateTags(project, Map.of(Ownership.TOMBSTONE_TAG, Optional.of(emptied.toString()))));
    }

    @Override
    public Optional<String> hourlyPrice(String project, FoundService service) {
        return Optional.of(call(() -> client.catalog()
                        .price(project, service.type(), service.plan(), service.cloud())
                        .basePriceUsd()
                        .toPlainString()
                + " USD"));
    }

    private static FoundService found(Service service) {
        return new FoundService(
                service.serviceName(),
                service.tags(),
                service.terminationProtection(),
                service.serviceType(),
                service.plan(),
                service.cloudName());
    }

    private static void run(Runnable request) {
        Boolean ignored = call(() -> {
            request.run();
            return true;
        });
    }

    private static <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (AivenApiException.ServerError
                | AivenApiException.RateLimited
                | AivenApiException.Unreachable
                | AivenApiException.MalformedAnswer e) {
            throw new DeletionApiException.TryAgain(String.valueOf(e.getMessage()), e);
        } catch (AivenApiException e) {
            int status = e instanceof AivenApiException.Unauthenticated ? UNAUTHENTICATED : e.status();
            throw new DeletionApiException.Refused(
                    String.valueOf(e.getMessage()), status, e.apiMessage(), Optional.of(e));
        }
    }
}
