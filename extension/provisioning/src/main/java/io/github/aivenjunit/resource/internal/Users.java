package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;
import java.util.Optional;

/** Users. Aiven API: a new one can be missing for a moment, and its password or certificate longer. */
record Users(AivenClient client, String project, String service, String type)
        implements ResourceKind<ServiceResource.User> {

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
                        .filter(this::isComplete)
                        .isPresent());
    }

    private boolean isComplete(ServiceUser user) {
        return isSet(user.password())
                && (!type.equals("kafka") || (user.accessCert().isPresent() && isSet(user.accessKey())));
    }

    private static boolean isSet(Optional<Secret> secret) {
        return secret.filter(found -> found.redacted() || !found.reveal().isEmpty())
                .isPresent();
    }
}
