package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.internal.certificates.ClientCertificate;
import io.github.aivenjunit.emulator.internal.state.Backup;
import io.github.aivenjunit.emulator.internal.state.Node;
import io.github.aivenjunit.emulator.internal.state.Replica;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceOrder;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;

/** A service with everything that belongs to it. */
final class ServiceJson {

    /** The type of the notification, and the event of the alert, about a server that does not start. */
    static final String SERVER_FAILURE = "emulated_server_failure";

    private ServiceJson() {}

    static ObjectNode service(Service service, Secrets secrets) {
        ServiceOrder order = service.order();
        ObjectNode json = Reply.object()
                .put("service_name", order.name())
                .put("service_type", order.type().code())
                .put("service_type_description", order.type().description())
                .put("plan", order.plan().name())
                .put("cloud_name", order.cloud().name())
                .put("cloud_description", order.cloud().description())
                .put("state", service.shownState().name())
                .put("create_time", ApiTime.seconds(service.createTime()))
                .put("update_time", ApiTime.seconds(service.updateTime()))
                .put("disk_space_mb", order.diskMb())
                .put("is_cluster_plan", false)
                .put("node_count", order.plan().nodes())
                .put("node_cpu_count", order.plan().cpus())
                .put("node_memory_mb", order.plan().memoryMb())
                .putNull("cmk_id")
                .put("project_vpc_id", order.vpcId().orElse(null))
                .put("termination_protection", order.terminationProtection());
        json.putArray("group_list").add("default");
        json.set("service_integrations", IntegrationJson.of(service));
        json.putObject("features");
        json.set("connection_pools", PoolJson.pools(service, secrets));
        json.set("user_config", order.userConfig().deepCopy());
        json.set("tags", ProjectJson.tags(service.tags()));
        json.set("tech_emails", ProjectJson.emails(order.techEmails()));
        addMaintenance(json, service);
        addMetadata(json, order);
        addAccessLists(json, service);
        addNodes(json, service);
        json.putArray("service_notifications");
        new ConnectionJson(service, secrets).addTo(json);
        ArrayNode components = json.putArray("components");
        service.endpoints().forEach(endpoint -> components.add(component(endpoint, order)));
        ArrayNode users = json.putArray("users");
        service.shownUsers().forEach(user -> users.add(user(user, order, secrets)));
        ArrayNode databases = json.putArray("databases");
        service.databases().keySet().forEach(databases::add);
        json.set("backups", backups(service));
        return json;
    }

    static ObjectNode user(ServiceUser user, ServiceOrder order, Secrets secrets) {
        ObjectNode json = Reply.object()
                .put("username", user.name())
                .put("type", user.primary() ? "primary" : "normal")
                .put("password", secrets.show(user.password()))
                .put("password_updated_time", ApiTime.seconds(user.passwordTime()));
        user.certificate().ifPresent(certificate -> addCertificate(json, certificate, secrets));
        user.accessControl().ifPresent(control -> json.set("access_control", control));
        switch (order.type().code()) {
            case "mysql" -> json.put("authentication", user.authentication().orElse("caching_sha2_password"));
            case "pg" -> json.put("password_encryption_type", "scram-sha-256");
            default -> {}
        }
        return json;
    }

    static ArrayNode backups(Service service) {
        ArrayNode json = Reply.object().putArray("backups");
        for (Backup backup : service.backups()) {
            json.addObject()
                    .put("backup_name", backup.name())
                    .put("backup_time", ApiTime.microseconds(backup.time()))
                    .put("data_size", backup.size())
                    .put("storage_location", service.order().cloud().name());
        }
        return json;
    }

    private static void addCertificate(ObjectNode json, ClientCertificate certificate, Secrets secrets) {
        json.put("access_cert", certificate.certificatePem())
                .put("access_cert_not_valid_after_time", ApiTime.seconds(certificate.notValidAfter()))
                .put("access_key", secrets.show(certificate.privateKeyPem()));
    }

    private static void addMaintenance(ObjectNode json, Service service) {
        ArrayNode updates = json.putObject("maintenance")
                .put("dow", service.order().maintenanceDay())
                .put("time", service.order().maintenanceTime())
                .putArray("updates");
        service.upkeep()
                .update()
                .ifPresent(update -> updates.addObject()
                        .put("deadline", ApiTime.seconds(update.deadline()))
                        .put("description", "Operating system and security updates")
                        .put("impact", "The service's machines are replaced.")
                        .put("start_after", ApiTime.seconds(update.startAfter()))
                        .put("start_at", ApiTime.seconds(update.startAt())));
    }

    private static void addMetadata(ObjectNode json, ServiceOrder order) {
        ObjectNode metadata = json.putObject("metadata");
        metadata.put(
                order.type().versionKey(),
                order.userConfig()
                        .path(order.type().versionKey())
                        .asText(order.type().defaultVersion()));
        if (order.type().code().equals("pg")) {
            metadata.put("max_connections", 25 * Math.max(1, order.plan().memoryMb() / 1024));
        }
    }

    /** Aiven API: a new Kafka service has one access rule of its own, and two for its schema registry. */
    private static void addAccessLists(ObjectNode json, Service service) {
        ServiceOrder order = service.order();
        if (!order.type().code().equals("kafka")) {
            return;
        }
        json.set("acl", KafkaJson.aivenAcls(service));
        json.set("kafka_acl", KafkaJson.nativeAcls(service));
        json.set("schema_registry_acl", SchemaAclJson.list(service.schemaAcls()));
        json.putArray("topics");
    }

    private static void addNodes(ObjectNode json, Service service) {
        ArrayNode nodes = json.putArray("node_states");
        for (Node node : service.nodes()) {
            ObjectNode state = nodes.addObject().put("name", node.name()).put("state", node.state());
            node.role().ifPresent(role -> state.put("role", role));
            state.set("progress_updates", ProgressJson.of(service, node));
        }
    }

    /** An engine's {@code kafka_sasl} is the API's second {@code kafka} component; a replica is another of its own. */
    private static ObjectNode component(EngineEndpoint endpoint, ServiceOrder order) {
        boolean sasl = endpoint.component().equals("kafka_sasl");
        boolean replica = endpoint.component().endsWith(Replica.SUFFIX);
        String name = sasl
                ? "kafka"
                : replica
                        ? endpoint.component().substring(0, endpoint.component().length() - Replica.SUFFIX.length())
                        : endpoint.component();
        ObjectNode json = Reply.object()
                .put("component", name)
                .put("host", endpoint.host())
                .put("port", endpoint.port())
                .putNull("privatelink_connection_id")
                .put("route", "dynamic")
                .put("usage", replica ? "replica" : "primary");
        if (order.type().code().equals("kafka") && name.equals("kafka")) {
            json.put("kafka_authentication_method", sasl ? "sasl" : "certificate")
                    .put("kafka_ssl_ca", "project_ca")
                    .put("ssl", true);
        }
        return json;
    }
}
