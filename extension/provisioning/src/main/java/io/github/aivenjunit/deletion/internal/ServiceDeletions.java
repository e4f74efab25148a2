package io.github.aivenjunit.deletion.internal;

import io.github.aivenjunit.deletion.DeletionResult.Leftover;
import io.github.aivenjunit.deletion.internal.DeletionApi.FoundService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Deletes services of one project side by side and looks whether each is gone. */
final class ServiceDeletions {

    private final DeletionApi api;
    private final Executor executor;
    private final String project;

    ServiceDeletions(DeletionApi api, Executor executor, String project) {
        this.api = api;
        this.executor = executor;
        this.project = project;
    }

    /** Tries every service once and returns those that are still there. */
    List<Leftover> delete(List<FoundService> services) {
        List<CompletableFuture<Optional<Leftover>>> attempts = services.stream()
                .map(service -> CompletableFuture.supplyAsync(() -> delete(service), executor))
                .toList();
        return attempts.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Leftover> delete(FoundService service) {
        String name = service.name();
        try {
            if (service.terminationProtection()) {
                api.liftProtection(project, name);
            }
            api.deleteService(project, name);
            return api.hasService(project, name)
                    ? Optional.of(left(service, "still there", Optional.empty()))
                    : Optional.empty();
        } catch (DeletionApiException e) {
            return e instanceof DeletionApiException.Refused refusal && refusal.notFound()
                    ? Optional.empty()
                    : Optional.of(left(service, String.valueOf(e.getMessage()), Optional.of(e.origin())));
        }
    }

    private static Leftover left(FoundService service, String reason, Optional<Exception> cause) {
        return new Leftover(Optional.of(service.name()), reason, Optional.empty(), cause);
    }
}
