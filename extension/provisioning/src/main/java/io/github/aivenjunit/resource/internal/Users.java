package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;

/** Users. Aiven API: a new one can be missing for a moment, and its password longer. */
record Users(AivenClient client, String project, String service) implements ResourceKind<ServiceResource.User> {

    @Override
    public boolean request(ServiceResource.User user) {
        client.serviceUsers().create(project, service, ServiceUserCreate.of(user.name()));
        return true;
    }

    @Override
    public boolean exist(List<ServiceResource.User> users) {
        return users.stream()
                .allMatch(user -> client.serviceUsers()
                        .find(project, service, user.name())
                        .flatMap(found -> found.password())
                        .filter(Users::isSet)
                        .isPresent());
    }

    private static boolean isSet(Secret password) {
        return password.redacted() || !password.reveal().isEmpty();
    }
}
