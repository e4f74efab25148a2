package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service, with everything needed to connect to it once it runs: connection data is filled in from the first answer
 * on, long before anything listens. {@link #toString()} shows name, type, plan and state only.
 *
 * @param createTime {@link Instant#EPOCH} when the API sent none
 * @param updateTime {@link Instant#EPOCH} when the API sent none
 * @param serviceUri the scheme depends on the type; Kafka's has none
 * @param serviceUriParams all values are strings, the port too
 * @param connectionInfo the keys depend on the type; holds secrets
 * @param userConfig what is set, and defaults that the API added; can hold secrets
 * @param metadata free-form per type
 * @param projectVpcId empty on the public network
 */
public record Service(
        String serviceName,
        String serviceType,
        String plan,
        String cloudName,
        ServiceState state,
        Instant createTime,
        Instant updateTime,
        Optional<Secret> serviceUri,
        Map<String, String> serviceUriParams,
        Map<String, Object> connectionInfo,
        List<Component> components,
        List<ServiceUser> users,
        List<String> databases,
        List<ConnectionPool> connectionPools,
        List<NodeState> nodeStates,
        List<Backup> backups,
        Map<String, String> tags,
        boolean terminationProtection,
        Map<String, Object> userConfig,
        Map<String, Object> metadata,
        Optional<String> serviceTypeDescription,
        Optional<Integer> nodeCount,
        Optional<Long> diskSpaceMb,
        Optional<Long> nodeMemoryMb,
        Optional<String> projectVpcId) {

    public Service {
        state = state == null ? new ServiceState("") : state;
        serviceName = Missing.identity(serviceName, "service_name");
        serviceType = Missing.text(serviceType);
        plan = Missing.text(plan);
        cloudName = Missing.text(cloudName);
        createTime = Missing.time(createTime);
        updateTime = Missing.time(updateTime);
        serviceUri = Missing.optional(serviceUri);
        serviceUriParams = Missing.map(serviceUriParams);
        connectionInfo = Missing.json(connectionInfo);
        components = Missing.list(components);
        users = Missing.list(users);
        databases = Missing.list(databases);
        connectionPools = Missing.list(connectionPools);
        nodeStates = Missing.list(nodeStates);
        backups = Missing.list(backups);
        tags = Missing.map(tags);
        userConfig = Missing.json(userConfig);
        metadata = Missing.json(metadata);
        serviceTypeDescription = Missing.optional(serviceTypeDescription);
        nodeCount = Missing.optional(nodeCount);
        diskSpaceMb = Missing.optional(diskSpaceMb);
        nodeMemoryMb = Missing.optional(nodeMemoryMb);
        projectVpcId = Missing.optional(projectVpcId);
    }

    @Override
    public String toString() {
        return "Service[serviceName=" + serviceName + ", serviceType=" + serviceType + ", plan=" + plan + ", state="
                + state.value() + "]";
    }
}
