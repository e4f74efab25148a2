package io.github.aivenjunit.emulator.sequence;

import java.io.Serial;
import java.util.function.Supplier;

/** Something that has to hold does not. */
final class Broken extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private Broken(String message) {
        super(message);
    }

    static void unless(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new Broken(message.get());
        }
    }
}
