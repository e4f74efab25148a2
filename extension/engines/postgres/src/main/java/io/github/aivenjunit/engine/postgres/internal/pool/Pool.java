package io.github.aivenjunit.engine.postgres.internal.pool;

import io.github.aivenjunit.emulator.engine.ConnectionPool;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A pool with the clients that have one of its connections; others wait their turn. Thread-safe. */
final class Pool {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Set<PooledClient> clients = new HashSet<>();
    private ConnectionPool settings;
    private boolean dropped;

    Pool(ConnectionPool settings) {
        this.settings = settings;
    }

    /** Takes effect for clients that get their connection from now on. */
    void alter(ConnectionPool altered) {
        lock.lock();
        try {
            settings = altered;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Turns waiting clients away; returns those that have a connection, which are to be closed. */
    Set<PooledClient> drop() {
        lock.lock();
        try {
            dropped = true;
            changed.signalAll();
            return Set.copyOf(clients);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a connection.
     *
     * @return the settings that hold for it; empty when there was none in that time
     * @throws ClientRefusedException if the pool was dropped, or is not for that user
     */
    Optional<ConnectionPool> admit(PooledClient client, String user, Duration patience)
            throws ClientRefusedException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (true) {
                requireUser(user);
                if (clients.size() < settings.size()) {
                    clients.add(client);
                    return Optional.of(settings);
                }
                if (left <= 0) {
                    return Optional.empty();
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives a connection back. */
    void leave(PooledClient client) {
        lock.lock();
        try {
            clients.remove(client);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void requireUser(String user) throws ClientRefusedException {
        if (dropped) {
            throw ClientRefusedException.unknownPool(settings.name());
        }
        String owner = settings.user().orElse(user);
        if (!owner.equals(user)) {
            throw new ClientRefusedException(
                    "28000",
                    "pool \"" + settings.name() + "\" is for user \"" + owner + "\", and the emulated pooler cannot"
                            + " connect user \"" + user + "\" as another one. Log in as \"" + owner + "\".");
        }
    }
}
