package io.github.aivenjunit.emulator.internal.state;

/** A user of the organization that is a program. It may do whatever the emulator's own user may. */
public record ApplicationUser(String id, String email, String name) {

    ApplicationUser named(String changed) {
        return new ApplicationUser(id, email, changed);
    }
}
