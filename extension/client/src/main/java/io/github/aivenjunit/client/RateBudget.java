package io.github.aivenjunit.client;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A token bucket (the generic cell rate algorithm: one number, the moment at which the bucket will be full again, says
 * everything). In any minute it lets through one burst and what flows in meanwhile, together the limit; deletes may
 * borrow on top. Thread-safe.
 *
 * <p>A number that cannot be true, from a torn file or a clock that was set back, counts as none.
 */
final class RateBudget {

    /** A server that wants a longer break is not believed: the numbers stand in a file that anything may damage. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What deletes borrow beyond this is forgiven, so that nobody else waits for ever. */
    private static final long MOST_DEBT = TimeUnit.SECONDS.toMicros(60);

    /** A learned limit is tried again after this time: plans and limits change. */
    private static final long LEARNED_SECONDS = TimeUnit.HOURS.toSeconds(1);

    private static final int LAYOUT = 0;
    private static final int FULL_AT = 1;
    private static final int PAUSED_UNTIL = 2;
    private static final int LEARNED = 3;

    private static final long THIS_LAYOUT = 0x61766e_0001L;
    private static final int LIMIT_BITS = 20;
    private static final long LIMIT_MASK = (1L << LIMIT_BITS) - 1;

    /** Room for what else uses the token: a console, another host. */
    private static final double SHARE_OF_ANNOUNCED = 0.9;

    private final BudgetWords words;
    private final int limit;
    private final LongSupplier micros;

    /**
     * A budget.
     *
     * @param limit requests in any minute
     * @param micros microseconds since 1970: the only clock that JVMs share
     */
    RateBudget(BudgetWords words, int limit, LongSupplier micros) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "A budget of " + limit + " requests a minute lets nothing through. Use 1 or more.");
        }
        this.words = words;
        this.limit = limit;
        this.micros = micros;
        claim();
    }

    /** How fast the bucket fills, and how much it holds. */
    private record Flow(int burst, long interval) {

        static Flow of(int perMinute) {
            int burst = Math.max(1, perMinute / 5);
            return new Flow(burst, TimeUnit.MINUTES.toMicros(1) / Math.max(1, perMinute - burst));
        }

        /** How much may be used at most after this request: reads leave a reserve, deletions borrow. */
        long capacity(Urgency urgency) {
            return switch (urgency) {
                case READ -> burst - burst / 4;
                case WRITE -> burst;
                case DELETION -> burst + Math.max(1, burst / 2);
                case DELETE -> Integer.MAX_VALUE;
            };
        }
    }

    /**
     * Takes a token.
     *
     * @param ahead how many others of this JVM come first and have not taken theirs
     * @return empty when the request may go, else how long until it is worth another try
     */
    Optional<Duration> take(Urgency urgency, int ahead) {
        while (true) {
            long now = micros.getAsLong();
            long pause = believed(words.get(PAUSED_UNTIL), now, LONGEST_PAUSE) - now;
            if (pause > 0 && urgency != Urgency.DELETE) {
                return Optional.of(duration(pause));
            }
            Flow flow = Flow.of(limit(now));
            long stored = words.get(FULL_AT);
            long full = believed(stored, now, LONGEST_PAUSE.plusMinutes(2));
            long tooMuch = full - now + (1L + ahead - flow.capacity(urgency)) * flow.interval();
            if (tooMuch > 0) {
                return Optional.of(duration(tooMuch));
            }
            long most = Math.max(full, now + MOST_DEBT);
            if (words.swap(FULL_AT, stored, Math.min(full + flow.interval(), most))) {
                return Optional.empty();
            }
        }
    }

    /** The server wants a break: nobody but deletes goes, and afterwards the bucket starts empty. */
    void pause(Duration demanded) {
        long now = micros.getAsLong();
        long until =
                now + TimeUnit.NANOSECONDS.toMicros(Math.min(LONGEST_PAUSE.toNanos(), Math.max(0, demanded.toNanos())));
        Flow flow = Flow.of(limit(now));
        raise(PAUSED_UNTIL, until, now, LONGEST_PAUSE);
        raise(FULL_AT, until + flow.burst() * flow.interval(), now, LONGEST_PAUSE.plusMinutes(2));
    }

    /** The server has named its limit. Only a lower one than ours matters. */
    void announced(int requests) {
        long mine = Math.max(1, (long) (requests * SHARE_OF_ANNOUNCED));
        if (requests < 1 || mine >= limit) {
            return;
        }
        long now = micros.getAsLong();
        long stored = words.get(LEARNED);
        words.swap(LEARNED, stored, (seconds(now) + LEARNED_SECONDS) << LIMIT_BITS | mine);
    }

    /** Requests in any minute, as configured or as learned. */
    int limit() {
        return limit(micros.getAsLong());
    }

    private int limit(long now) {
        long learned = words.get(LEARNED);
        long left = (learned >>> LIMIT_BITS) - seconds(now);
        long announced = learned & LIMIT_MASK;
        boolean counts = left > 0 && left <= LEARNED_SECONDS && announced >= 1;
        return counts ? (int) Math.min(limit, announced) : limit;
    }

    private void raise(int index, long value, long now, Duration horizon) {
        long stored = words.get(index);
        while (believed(stored, now, horizon) < value && !words.swap(index, stored, value)) {
            stored = words.get(index);
        }
    }

    /** Whatever stood in the file before it was ours means nothing. */
    private void claim() {
        long layout = words.get(LAYOUT);
        if (layout == THIS_LAYOUT) {
            return;
        }
        for (int index = FULL_AT; index < BudgetWords.COUNT; index++) {
            words.swap(index, words.get(index), 0);
        }
        words.swap(LAYOUT, layout, THIS_LAYOUT);
    }

    private static long believed(long moment, long now, Duration horizon) {
        boolean possible = moment > now && moment - now <= TimeUnit.NANOSECONDS.toMicros(horizon.toNanos());
        return possible ? moment : now;
    }

    private static long seconds(long micros) {
        return TimeUnit.MICROSECONDS.toSeconds(micros);
    }

    private static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
