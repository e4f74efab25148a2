package io.github.aivenjunit.engine.postgres.internal.pool;

import io.github.aivenjunit.emulator.engine.ConnectionPool;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection pooler of one server. It ends the client's TLS with the service's certificate, finds the pool by the
 * name that the client gives as database, and passes everything else on to the server's socket: the server checks the
 * password itself. Over that socket it offers no channel binding, which could not survive the change of channels.
 *
 * <p>Every client has a connection of its own to the server for as long as it stays, whatever the pool's mode; those
 * beyond the pool's size wait. Thread-safe. The pools stay when it is stopped.
 */
public final class Pooler {

    private static final Logger logger = LoggerFactory.getLogger(Pooler.class);
    /** Each has a thread, also while it waits. Aiven's smallest limit is 5000. */
    private static final int MOST_CLIENTS = 1_000;

    private static final int BACKLOG = 128;
    private static final long LONGEST_END_SECONDS = 5;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String service;
    private final int port;
    private final ServerTls tls;
    private final String superuser;
    private final Map<String, Pool> pools = new ConcurrentHashMap<>();
    private final Set<PooledClient> clients = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;
    private @Nullable ExecutorService threads;

    /**
     * A pooler that does not listen yet.
     *
     * @param service the service's name, for threads and messages
     * @param superuser who may not log in here: over the socket the server asks it for no password
     */
    public Pooler(String service, int port, TlsIdentity tls, String superuser) {
        this.service = service;
        this.port = port;
        this.tls = new ServerTls(tls);
        this.superuser = superuser;
    }

    /** Adds a pool. */
    public void create(ConnectionPool pool) throws IOException {
        if (pools.putIfAbsent(pool.name(), new Pool(pool)) != null) {
            throw new IOException(
                    "Service " + service + " has a pool " + pool.name() + " already. Choose another name.");
        }
    }

    /** Changes a pool. */
    public void alter(ConnectionPool pool) throws IOException {
        find(pool.name()).orElseThrow(() -> unknown(pool.name())).alter(pool);
    }

    /** Ends a pool and its connections. */
    public void drop(String name) throws IOException {
        Pool pool = pools.remove(name);
        if (pool == null) {
            throw unknown(name);
        }
        pool.drop().forEach(PooledClient::close);
    }

    /** Listens, and connects clients to the server's socket. Does nothing when it listens already. */
    public synchronized void start(Path server) throws IOException {
        if (listener != null) {
            return;
        }
        ServerSocket opened = new ServerSocket();
        try {
            opened.setReuseAddress(true);
            opened.bind(
                    new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port),
                    BACKLOG);
        } catch (IOException taken) {
            opened.close();
            throw new IOException(
                    "The connection pooler of service " + service + " cannot listen on port " + port
                            + ". End the program that does.",
                    taken);
        }
        ThreadPoolExecutor made =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "aiven-emulator pooler of " + service);
                    thread.setDaemon(true);
                    return thread;
                });
        listener = opened;
        threads = made;
        made.execute(() -> accept(opened, made, server));
    }

    /** Ends all connections and stops listening. Idempotent. */
    public synchronized void stop() {
        if (listener == null || threads == null) {
            return;
        }
        try {
            listener.close();
        } catch (IOException e) {
            logger.warn("The pooler of {} did not free its port. Look for what holds port {}.", service, port, e);
        }
        // Clients first: an interrupt alone does not end a read from a socket.
        clients.forEach(PooledClient::close);
        threads.shutdownNow();
        clients.forEach(PooledClient::close);
        try {
            if (!threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                logger.warn("Clients of the pooler of {} do not end. They end with this JVM at the latest.", service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener = null;
        threads = null;
    }

    Optional<Pool> find(String name) {
        return Optional.ofNullable(pools.get(name));
    }

    ServerTls tls() {
        return tls;
    }

    String superuser() {
        return superuser;
    }

    void ended(PooledClient client) {
        clients.remove(client);
    }

    private void accept(ServerSocket from, ExecutorService executor, Path server) {
        while (!from.isClosed()) {
            try {
                serve(new PooledClient(this, from.accept(), server, executor), executor);
            } catch (IOException e) {
                if (!from.isClosed()) {
                    logger.warn("The pooler of {} cannot take a client. Close files or connections.", service, e);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void serve(PooledClient client, ExecutorService executor) {
        clients.add(client);
        try {
            if (clients.size() > MOST_CLIENTS) {
                throw new RejectedExecutionException("more than " + MOST_CLIENTS + " clients");
            }
            executor.execute(client);
        } catch (RejectedExecutionException full) {
            logger.debug("The pooler of {} turns a client away", service, full);
            client.close();
            clients.remove(client);
        }
    }

    private IOException unknown(String name) {
        return new IOException("Service " + service + " has no pool " + name + ". Create it first.");
    }
}
