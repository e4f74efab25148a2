package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.CopyKind;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.IntegrationEnd;
import io.github.aivenjunit.emulator.internal.state.IntegrationOrder;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;
import java.util.List;
import java.util.Optional;

/**
 * The service whose data a new one starts with.
 *
 * <p>Aiven API: a fork names it in {@code user_config.service_to_fork_from}. A read replica of PostgreSQL does too and
 * sets {@code pg_read_replica}; one of another type has a {@code read_replica} integration in the create call, which
 * some clients also send for PostgreSQL.
 *
 * @param project the source's project
 */
record ServiceOrigin(Project project, Service source, CopyKind kind) {

    private static final String FORKED_FROM = "service_to_fork_from";
    private static final String READ_REPLICA = "read_replica";
    private static final int MOST_INTEGRATIONS = 64;
    private static final int NAME_LENGTH = 64;

    /** What the body of a create call names, if anything. Says nothing about the rest of the body. */
    static Optional<ServiceOrigin> of(Platform platform, Project project, Input input) {
        ObjectNode config = input.object("user_config").orElse(Reply.object());
        String type = input.text("service_type", NAME_LENGTH).orElse("");
        Optional<String> replicated = replicated(input);
        Optional<String> forked = text(config, FORKED_FROM).or(() -> text(config, type + "_" + FORKED_FROM));
        boolean replica =
                replicated.isPresent() || config.path(type + "_" + READ_REPLICA).asBoolean();
        Optional<String> name = replicated.or(() -> forked);
        if (name.isEmpty()) {
            if (replica) {
                throw Refusal.of(
                        400,
                        type + "_" + READ_REPLICA + " needs " + FORKED_FROM + ", which names the service to follow");
            }
            return Optional.empty();
        }
        Project home =
                text(config, "project_to_fork_from").map(platform::project).orElse(project);
        Service source = home.service(name.get());
        if (!source.type().code().equals(type)) {
            throw Refusal.of(
                    400,
                    "Service '" + source.name() + "' is of type '"
                            + source.type().code() + "', not '" + type + "'");
        }
        if (source.order().plan().isFree()) {
            throw Refusal.of(403, "Service '" + source.name() + "' is on a free plan, which cannot be forked");
        }
        return Optional.of(new ServiceOrigin(home, source, replica ? CopyKind.READ_REPLICA : CopyKind.FORK));
    }

    /** A replica takes its source's own logins. */
    Optional<ServiceUser> sharedAdmin() {
        return kind == CopyKind.READ_REPLICA ? Optional.of(source.admin()) : Optional.empty();
    }

    /** Gives the new service what comes with the data. */
    void carryOver(Platform platform, Project home, Service copy) {
        source.users().stream()
                .filter(user -> !user.primary() && copy.user(user.name()).isEmpty())
                .forEach(copy::putUser);
        copy.databases().putAll(source.databases());
        if (kind == CopyKind.READ_REPLICA) {
            copy.markReplica();
            platform.integrations()
                    .create(new IntegrationOrder(
                            READ_REPLICA,
                            IntegrationEnd.of(project, source),
                            IntegrationEnd.of(home, copy),
                            Reply.object()));
        }
    }

    /** The same configuration with the version of the source where none was asked for. */
    ObjectNode withVersion(ObjectNode config) {
        String key = source.type().versionKey();
        JsonNode version = source.order().userConfig().path(key);
        ObjectNode filled = config.deepCopy();
        if (!filled.hasNonNull(key) && version.isTextual()) {
            filled.set(key, version);
        }
        return filled;
    }

    /** Whether an integration of a create call makes the new service a replica. */
    static boolean isReplication(JsonNode integration) {
        return integration.path("integration_type").asText().equals(READ_REPLICA);
    }

    private static Optional<String> text(ObjectNode config, String key) {
        return Optional.of(config.path(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static Optional<String> replicated(Input input) {
        List<JsonNode> integrations = input.array("service_integrations", MOST_INTEGRATIONS);
        return integrations.stream()
                .filter(ServiceOrigin::isReplication)
                .map(integration -> new Input((ObjectNode) integration).requiredText("source_service", NAME_LENGTH))
                .findFirst();
    }
}
