package io.github.aivenjunit.emulator.internal.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application users of the organization. Guarded by the platform's lock. */
public final class ApplicationUsers {

    private final Identifiers identifiers;
    private final AccessTokens tokens;
    private final Map<String, ApplicationUser> users = new LinkedHashMap<>();

    ApplicationUsers(Identifiers identifiers, AccessTokens tokens) {
        this.identifiers = identifiers;
        this.tokens = tokens;
    }

    /** The oldest first. */
    public Collection<ApplicationUser> all() {
        return List.copyOf(users.values());
    }

    public Optional<ApplicationUser> find(String id) {
        return Optional.ofNullable(users.get(id));
    }

    public ApplicationUser create(String name) {
        String id = identifiers.userId();
        ApplicationUser user = new ApplicationUser(id, id + "@application-users.example.com", name);
        users.put(id, user);
        return user;
    }

    public ApplicationUser rename(ApplicationUser user, String name) {
        ApplicationUser named = user.named(name);
        users.put(user.id(), named);
        return named;
    }

    /** Its tokens are revoked. */
    public void delete(ApplicationUser user) {
        users.remove(user.id());
        tokens.revokeAll(user.id());
    }
}
