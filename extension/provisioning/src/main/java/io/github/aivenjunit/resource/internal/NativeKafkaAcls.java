package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.NativeKafkaAcl;
import io.github.aivenjunit.client.model.NativeKafkaAclCreate;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;
import java.util.Optional;

/** Kafka's native access control, beside Aiven's. */
record NativeKafkaAcls(AivenClient client, String project, String service)
        implements RemovableKind<ServiceResource.KafkaNativeAcl> {

    @Override
    public boolean request(ServiceResource.KafkaNativeAcl acl) {
        client.nativeKafkaAcls()
                .add(
                        project,
                        service,
                        new NativeKafkaAclCreate(
                                acl.principal(),
                                acl.operation().apiName(),
                                acl.resourceType().apiName(),
                                acl.resource(),
                                acl.patternType().name(),
                                acl.permissionType().name(),
                                Optional.of(acl.host())));
        return true;
    }

    @Override
    public boolean exist(List<ServiceResource.KafkaNativeAcl> acls) {
        List<NativeKafkaAcl> present = client.nativeKafkaAcls().list(project, service);
        return acls.stream().allMatch(acl -> present.stream().anyMatch(found -> same(acl, found)));
    }

    @Override
    public void delete(ServiceResource.KafkaNativeAcl acl) {
        client.nativeKafkaAcls().list(project, service).stream()
                .filter(found -> same(acl, found))
                .forEach(found -> client.nativeKafkaAcls().delete(project, service, found.id()));
    }

    @Override
    public boolean gone(List<ServiceResource.KafkaNativeAcl> acls) {
        List<NativeKafkaAcl> present = client.nativeKafkaAcls().list(project, service);
        return acls.stream().noneMatch(acl -> present.stream().anyMatch(found -> same(acl, found)));
    }

    private static boolean same(ServiceResource.KafkaNativeAcl wanted, NativeKafkaAcl found) {
        return wanted.principal().equals(found.principal())
                && wanted.operation().apiName().equals(found.operation())
                && wanted.resourceType().apiName().equals(found.resourceType())
                && wanted.resource().equals(found.resourceName())
                && wanted.patternType().name().equals(found.patternType())
                && wanted.permissionType().name().equals(found.permissionType())
                && wanted.host().equals(found.host());
    }
}
