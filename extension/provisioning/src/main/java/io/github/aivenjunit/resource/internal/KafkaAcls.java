package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.KafkaAcl;
import io.github.aivenjunit.client.model.KafkaAclCreate;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;

/** Aiven's access control for Kafka. Aiven API: an entry is known by its content, because writes answer with the list. */
record KafkaAcls(AivenClient client, String project, String service)
        implements RemovableKind<ServiceResource.KafkaAccess> {

    @Override
    public boolean request(ServiceResource.KafkaAccess access) {
        client.kafkaAcls()
                .add(
                        project,
                        service,
                        new KafkaAclCreate(access.permission().apiName(), access.topic(), access.user()));
        return true;
    }

    @Override
    public boolean exist(List<ServiceResource.KafkaAccess> entries) {
        List<KafkaAcl> present = client.kafkaAcls().list(project, service);
        return entries.stream().allMatch(entry -> present.stream().anyMatch(found -> same(entry, found)));
    }

    @Override
    public void delete(ServiceResource.KafkaAccess access) {
        client.kafkaAcls().list(project, service).stream()
                .filter(found -> same(access, found))
                .forEach(found -> client.kafkaAcls().delete(project, service, found.id()));
    }

    @Override
    public boolean gone(List<ServiceResource.KafkaAccess> entries) {
        List<KafkaAcl> present = client.kafkaAcls().list(project, service);
        return entries.stream().noneMatch(entry -> present.stream().anyMatch(found -> same(entry, found)));
    }

    private static boolean same(ServiceResource.KafkaAccess wanted, KafkaAcl found) {
        return wanted.permission().apiName().equals(found.permission())
                && wanted.topic().equals(found.topic())
                && wanted.user().equals(found.username());
    }
}
