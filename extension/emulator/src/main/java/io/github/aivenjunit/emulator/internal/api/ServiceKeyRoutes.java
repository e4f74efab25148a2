package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.certificates.ClientCertificate;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;

/**
 * The certificate authority and the key pair of a service. Aiven API: which names there are is not published; here the
 * authority is called {@code service_ca}, as {@code project_ca} is the project's, and the key pair {@code service_key}. Both
 * are issued by the project.
 */
final class ServiceKeyRoutes {

    private final Platform platform;

    ServiceKeyRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String keys = "/project/{project}/service/{service_name}/kms";
        routes.add("GET", keys + "/ca/{ca_name}", "ServiceKmsGetCA", this::authority);
        routes.add("GET", keys + "/keypairs/{keypair_name}", "ServiceKmsGetKeypair", this::keyPair);
    }

    private Reply authority(Call call) {
        Project project = platform.project(call.project());
        project.service(call.service());
        String name = call.path("ca_name");
        if (!name.equals("service_ca") && !name.equals("project_ca")) {
            throw Refusal.of(404, "CA '" + name + "' does not exist");
        }
        return new Reply.Deferred(
                () -> Reply.ok(Reply.object().put("certificate", project.ca().pem())));
    }

    /** Aiven API: a key is a secret, and only Kafka's clients have certificates. */
    private Reply keyPair(Call call) {
        Project project = platform.project(call.project());
        Service service = project.service(call.service());
        String name = call.path("keypair_name");
        if (!service.type().code().equals("kafka") || !name.equals("service_key")) {
            throw Refusal.of(404, "Key pair '" + name + "' does not exist");
        }
        Secrets secrets = Secrets.forRead(call, platform.faults());
        ClientCertificate pair = service.admin()
                .certificate()
                .orElseThrow(() -> Refusal.of(404, "Key pair '" + name + "' does not exist"));
        return Reply.ok(Reply.object()
                .put("certificate", pair.certificatePem())
                .put("key", secrets.show(pair.privateKeyPem())));
    }
}
