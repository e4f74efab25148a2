package io.github.aivenjunit.emulator.internal.faults;

import java.util.HashMap;
import java.util.Map;

/** How many more answers about something are still behind the truth. Guarded by the platform's lock. */
public final class Lags {

    private final Map<String, Integer> left = new HashMap<>();

    /** Begins a lag; 0 ends one. */
    public void begin(String subject, int answers) {
        if (answers > 0) {
            left.put(subject, answers);
        } else {
            left.remove(subject);
        }
    }

    /** Whether the answer that is about to be given lags. Counts it. */
    public boolean holds(String subject) {
        Integer rest = left.get(subject);
        if (rest == null) {
            return false;
        }
        begin(subject, rest - 1);
        return true;
    }
}
