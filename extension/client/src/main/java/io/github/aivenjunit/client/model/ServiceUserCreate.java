package io.github.aivenjunit.client.model;

import java.util.Map;
import java.util.Optional;

/**
 * A service user to create. The API makes the password.
 *
 * @param username at most 64 characters
 * @param authentication MySQL only: {@code caching_sha2_password} or {@code mysql_native_password}
 * @param accessControl rights that depend on the service type, for example {@code pg_allow_replication}
 */
public record ServiceUserCreate(String username, Optional<String> authentication, Map<String, Object> accessControl) {

    public ServiceUserCreate {
        username = Missing.required(username, "user name");
        accessControl = Missing.json(accessControl);
    }

    /** A user with the defaults of the service. */
    public static ServiceUserCreate of(String username) {
        return new ServiceUserCreate(username, Optional.empty(), Map.of());
    }

    public ServiceUserCreate withAuthentication(String authentication) {
        return new ServiceUserCreate(username, Optional.of(authentication), accessControl);
    }

    public ServiceUserCreate withAccessControl(Map<String, Object> accessControl) {
        return new ServiceUserCreate(username, authentication, accessControl);
    }
}
