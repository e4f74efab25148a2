package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * A static IP address of a project. It costs money until it is deleted.
 *
 * @param serviceName whose it is
 * @param state {@code creating}, {@code created}, {@code available}, {@code assigned}, {@code deleting} or
 *     {@code deleted}
 */
public record StaticIp(
        String staticIpAddressId,
        String cloudName,
        String ipAddress,
        Optional<String> serviceName,
        String state,
        boolean terminationProtection) {

    public StaticIp {
        staticIpAddressId = Missing.identity(staticIpAddressId, "static_ip_address_id");
        cloudName = Missing.text(cloudName);
        ipAddress = Missing.text(ipAddress);
        serviceName = Missing.optional(serviceName);
        state = Missing.text(state);
    }
}
