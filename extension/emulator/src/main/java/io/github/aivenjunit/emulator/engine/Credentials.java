package io.github.aivenjunit.emulator.engine;

/** A user's name and password. The password stays out of {@link #toString()}. */
public record Credentials(String username, String password) {

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
