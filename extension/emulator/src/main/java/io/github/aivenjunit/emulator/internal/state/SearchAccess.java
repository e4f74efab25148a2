package io.github.aivenjunit.emulator.internal.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.aivenjunit.emulator.internal.Refusal;
import java.util.Optional;

/**
 * The access rules of an OpenSearch service and the administrator of its security plugin. Told back, not enforced. Guarded
 * by the platform's lock.
 */
public final class SearchAccess {

    private boolean enabled;
    private ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    private Optional<String> securityPassword = Optional.empty();

    /** Whether the rules hold. */
    public boolean isEnabled() {
        return enabled;
    }

    public void enabled(boolean changed) {
        enabled = changed;
    }

    /** A list of users with their rules, in the API's form. */
    public ArrayNode rules() {
        return rules.deepCopy();
    }

    public void rules(ArrayNode changed) {
        rules = changed.deepCopy();
    }

    /** Whether the security plugin has its administrator. */
    public boolean hasSecurityAdmin() {
        return securityPassword.isPresent();
    }

    public void enableSecurityAdmin(String password) {
        if (securityPassword.isPresent()) {
            throw Refusal.of(409, "OpenSearch Security admin is already enabled");
        }
        securityPassword = Optional.of(password);
    }

    public void changeSecurityPassword(String current, String changed) {
        if (securityPassword.isEmpty()) {
            throw Refusal.of(409, "OpenSearch Security admin is not enabled");
        }
        if (!securityPassword.get().equals(current)) {
            throw Refusal.of(403, "Invalid OpenSearch Security admin password");
        }
        securityPassword = Optional.of(changed);
    }
}
