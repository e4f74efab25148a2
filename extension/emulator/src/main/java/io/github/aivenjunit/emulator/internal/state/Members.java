package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who was invited into a project. Nobody accepts, so the one member is the account's user. Guarded by the platform's lock.
 */
public final class Members {

    private final Map<String, String> invited = new TreeMap<>();

    /** The invited people's roles by their addresses. */
    public Map<String, String> invited() {
        return Map.copyOf(invited);
    }

    public void invite(String email, String role) {
        if (email.equals(Account.EMAIL)) {
            throw Refusal.of(409, "User is already a project member");
        }
        if (invited.putIfAbsent(email, role) != null) {
            throw Refusal.of(409, "User is already invited to the project");
        }
    }

    public void withdraw(String email) {
        if (invited.remove(email) == null) {
            throw Refusal.of(404, "invitation_not_found", "Invitation not found");
        }
    }

    /** Refuses to name anybody but the one member. */
    public void requireMember(String email) {
        if (!email.equals(Account.EMAIL)) {
            throw Refusal.of(403, "User does not exist");
        }
    }
}
