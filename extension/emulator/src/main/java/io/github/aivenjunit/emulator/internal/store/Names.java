package io.github.aivenjunit.emulator.internal.store;

import java.io.IOException;

/** The names of the emulator's own classes in a snapshot. No other class is ever made from one. */
final class Names {

    private static final String OURS = "io.github.aivenjunit.emulator.";

    private Names() {}

    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }

    static String toStored(Class<?> type) {
        return type.getName().substring(OURS.length());
    }

    static Class<?> ofStored(String name) throws IOException {
        try {
            return Class.forName(OURS + name, false, Names.class.getClassLoader());
        } catch (ClassNotFoundException unknown) {
            throw new IOException("there is no " + name + " any more", unknown);
        }
    }
}
