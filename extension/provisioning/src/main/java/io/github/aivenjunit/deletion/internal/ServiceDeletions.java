package io.github.aivenjunit.deletion.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.deletion.DeletionResult.Leftover;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Deletes services of one project side by side and looks whether each is gone. */
final class ServiceDeletions {

    private final AivenClient client;
    private final Executor executor;
    private final String project;

    ServiceDeletions(AivenClient client, Executor executor, String project) {
        this.client = client;
        this.executor = executor;
        this.project = project;
    }

    /** Tries every service once and returns those that are still there. */
    List<Leftover> delete(List<Service> services) {
        List<CompletableFuture<Optional<Leftover>>> attempts = services.stream()
                .map(service -> CompletableFuture.supplyAsync(() -> delete(service), executor))
                .toList();
        return attempts.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Leftover> delete(Service service) {
        String name = service.serviceName();
        try {
            if (service.terminationProtection()) {
                client.services()
                        .update(
                                project,
                                name,
                                ServiceUpdate.builder()
                                        .terminationProtection(false)
                                        .build());
            }
            client.services().delete(project, name);
            return client.services().find(project, name).map(still -> left(service, "still there", Optional.empty()));
        } catch (AivenApiException.NotFound e) {
            return Optional.empty();
        } catch (AivenApiException e) {
            return Optional.of(left(service, String.valueOf(e.getMessage()), Optional.of(e)));
        }
    }

    private static Leftover left(Service service, String reason, Optional<Exception> cause) {
        return new Leftover(Optional.of(service.serviceName()), reason, Optional.empty(), cause);
    }
}
