package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.config.HostJvm;
import io.github.aivenjunit.config.WatchdogMode;
import io.github.aivenjunit.journal.internal.JournalEntry;
import io.github.aivenjunit.journal.internal.JournalLine;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session's end of the watchdog. Every lease is told and its answer read before anything is created under it.
 * Thread-safe.
 *
 * <p>A watchdog that fails is killed, so that it does not take a living session for a dead one. It is not started again:
 * what it stood for is said once, loudly.
 */
public final class Watchdog implements LeaseLog, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Watchdog.class);

    private final WatchdogMode mode;
    private final HostJvm host;
    private final Limits limits;
    private final Set<Long> open = new HashSet<>();
    private Optional<Conversation> child = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private boolean closed;

    private Watchdog(WatchdogMode mode, HostJvm host, Limits limits) {
        this.mode = mode;
        this.host = host;
        this.limits = limits;
    }

    /**
     * Starts the child and waits until it has its charge.
     *
     * @param mode what follows when that fails; not {@link WatchdogMode#OFF}
     * @throws WatchdogException if it fails and is required
     */
    public static Watchdog start(WatchdogMode mode, Charge charge, HostJvm host, Limits limits) {
        Watchdog watchdog = new Watchdog(mode, host, limits);
        watchdog.start(charge);
        return watchdog;
    }

    private synchronized void start(Charge charge) {
        long started = System.nanoTime();
        try {
            Conversation conversation = Conversation.begin(new ChildJvm(host).start(), this::ended);
            child = Optional.of(conversation);
            conversation.say(charge.line());
            expect(Word.READY, "it was not ready", limits.ready());
            if (failure.isEmpty()) {
                logger.debug(
                        "The watchdog, process {}, is ready after {} ms",
                        conversation.process().pid(),
                        Duration.ofNanos(System.nanoTime() - started).toMillis());
            }
        } catch (IOException e) {
            fail("it could not be started (" + e.getMessage() + ")");
        }
        requireRunning();
    }

    @Override
    public synchronized void acquired(LeaseNotice lease) {
        tell(new JournalEntry.Acquired(lease));
        requireRunning();
        open.add(lease.id());
    }

    @Override
    public synchronized void covered(long lease, String service) {
        tell(new JournalEntry.Covered(lease, service));
        requireRunning();
    }

    /** The watchdog asks the journal, or deletes by name: it has no use for the expiry. */
    @Override
    public void renewed(long lease, Instant expires) {}

    @Override
    public synchronized void released(long lease, LeaseEnding ending) {
        open.remove(lease);
        tell(new JournalEntry.Released(lease, ending));
    }

    /** Sends the watchdog away when nothing is left, and lets it go about its work otherwise. Idempotent. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        child.ifPresent(conversation -> {
            if (open.isEmpty()) {
                conversation.end(Word.BYE);
                conversation.awaitEnd(limits.answer());
            } else {
                logger.info(
                        "What is left is deleted by process {}, also after the end of this one",
                        conversation.process().pid());
                conversation.end();
            }
        });
    }

    private void tell(JournalEntry entry) {
        if (failure.isEmpty() && !closed && child.isPresent()) {
            try {
                child.get().say(JournalLine.write(entry));
                expect(Word.OK, "it did not answer", limits.answer());
            } catch (IOException e) {
                fail("its process has ended");
            }
        }
    }

    private void expect(String word, String silence, Duration atMost) {
        Optional<String> answer = child.flatMap(conversation -> conversation.answer(atMost));
        if (answer.isEmpty()) {
            fail(silence + " within " + atMost.toMillis() + " ms");
        } else if (answer.get().equals(Conversation.END)) {
            fail("its process has ended");
        } else if (!answer.get().equals(word)) {
            fail("it did not understand");
        }
    }

    /** Called by the thread that listens, for a watchdog that dies while nobody talks to it. */
    private synchronized void ended() {
        if (!closed) {
            fail("its process has ended");
        }
    }

    private void fail(String reason) {
        if (failure.isPresent()) {
            return;
        }
        failure = Optional.of(reason);
        child.ifPresent(Conversation::kill);
        if (mode == WatchdogMode.ON) {
            logger.warn(
                    "The watchdog does not run: {}. The tests go on, but if this JVM is killed, what they created costs"
                            + " money until the next run or a sweep deletes it; make {} startable, or set aiven.watchdog to"
                            + " off.",
                    reason,
                    host.home());
        } else if (!open.isEmpty()) {
            logger.warn("{}", refusal(reason));
        }
    }

    private void requireRunning() {
        if (mode == WatchdogMode.REQUIRED && failure.isPresent()) {
            throw new WatchdogException(refusal(failure.get()));
        }
    }

    private String refusal(String reason) {
        return "The watchdog does not run: " + reason + ". Nothing more is created, because aiven.watchdog is "
                + mode.name().toLowerCase(Locale.ROOT) + "; make " + host.home() + " startable, or set it to on.";
    }
}
