package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What all who look at one API may spend together; each gets a part in proportion to what it would like. Thread-safe. */
public final class PollBudget {

    /** The rest is for creates and what else a test does. */
    private static final double SHARE = 0.7;

    private final double perSecond;
    private final Map<Object, Double> wishes = new ConcurrentHashMap<>();

    public PollBudget(int requestsPerMinute) {
        this.perSecond = SHARE * requestsPerMinute / TimeUnit.MINUTES.toSeconds(1);
    }

    /**
     * How many times rarer than it would like somebody may look.
     *
     * @param pause the pause it would like next
     */
    double stretch(Object who, Duration pause) {
        wishes.put(who, 1000.0 / Math.max(1, pause.toMillis()));
        double wanted = 0;
        for (double wish : wishes.values()) {
            wanted += wish;
        }
        return Math.max(1, wanted / perSecond);
    }

    /** Has nothing more to look at. */
    void leave(Object who) {
        wishes.remove(who);
    }
}
