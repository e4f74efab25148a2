package io.github.aivenjunit.watchdog.internal;

import java.lang.reflect.Method;

/** The signals that end a test from outside. They reach its children too, and the watchdog's work begins then. */
final class Signals {

    private Signals() {}

    /** By reflection, because the classes are not part of Java SE; where they are missing, the signals end this JVM. */
    static void ignore(String... names) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ignoring = handler.getField("SIG_IGN").get(null);
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : names) {
                ignore(handle, signal, name, ignoring);
            }
        } catch (ReflectiveOperationException e) {
            // There is nobody to be told: the watchdog works as well until a signal comes.
            return;
        }
    }

    private static void ignore(Method handle, Class<?> signal, String name, Object ignoring)
            throws ReflectiveOperationException {
        Object instance;
        try {
            instance = signal.getConstructor(String.class).newInstance(name);
        } catch (ReflectiveOperationException e) {
            // Not every system has every signal.
            return;
        }
        handle.invoke(null, instance, ignoring);
    }
}
