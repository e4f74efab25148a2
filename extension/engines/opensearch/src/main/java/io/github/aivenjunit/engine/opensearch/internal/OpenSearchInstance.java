package io.github.aivenjunit.engine.opensearch.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.ReservedPort;
import io.github.aivenjunit.emulator.engine.UserServer;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node, the directory that keeps its documents over a power cycle, and its users. */
public final class OpenSearchInstance implements UserServer {

    private static final Logger logger = LoggerFactory.getLogger(OpenSearchInstance.class);

    private final NativeHost host;
    private final NodeProgram program;
    private final EngineRequest request;
    private final ReservedPort port;
    private final ReentrantLock lock = new ReentrantLock();
    private Map<String, String> passwords;
    private @Nullable NativeServer server;
    private @Nullable NodeProcess node;
    private volatile boolean closed;

    private OpenSearchInstance(NativeHost host, NodeProgram program, EngineRequest request, ReservedPort port) {
        this.host = host;
        this.program = program;
        this.request = request;
        this.port = port;
        this.passwords = Map.of(request.admin().username(), request.admin().password());
    }

    /** Reserves the port of a node that does not run yet. */
    public static OpenSearchInstance create(NativeHost host, NodeProgram program, EngineRequest request)
            throws IOException {
        return new OpenSearchInstance(host, program, request, ReservedPort.reserve());
    }

    @Override
    public List<EngineEndpoint> endpoints() {
        return List.of(new EngineEndpoint("opensearch", "localhost", port.number()));
    }

    @Override
    public void powerOn() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw new IOException("Service " + request.service() + " was deleted. Create it again.");
            }
            if (node != null) {
                if (node.isRunning()) {
                    return;
                }
                node.kill();
                node = null;
            }
            if (server == null) {
                server = host.newServer("opensearch", "KILL");
                startFirst(server);
            } else {
                start(server);
            }
            program.prepareArchive(request);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void powerOff() {
        lock.lock();
        try {
            if (node != null) {
                node.kill();
                node = null;
            }
        } catch (IOException stubborn) {
            logger.warn("Service {} cannot be powered off: {}", request.service(), stubborn.toString());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        // Seen by a start that is under way, so that a service can be deleted while it builds.
        closed = true;
        lock.lock();
        try {
            if (node != null) {
                node.disconnect();
                node = null;
            }
            if (server != null) {
                server.close();
                server = null;
            }
            port.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void createUser(Credentials user) throws IOException {
        changeUsers(users -> users.put(user.username(), user.password()));
    }

    @Override
    public void changePassword(Credentials user) throws IOException {
        changeUsers(users -> users.put(user.username(), user.password()));
    }

    @Override
    public void dropUser(String username) throws IOException {
        changeUsers(users -> users.remove(username));
    }

    @Override
    public String toString() {
        return "OpenSearchInstance[" + request.project() + "/" + request.service() + "]";
    }

    private void changeUsers(Consumer<Map<String, String>> change) throws IOException {
        lock.lock();
        try {
            if (node == null) {
                throw new IOException("Service " + request.service() + " is not running. Power it on first.");
            }
            Map<String, String> changed = new LinkedHashMap<>(passwords);
            change.accept(changed);
            node.admit(changed);
            passwords = Map.copyOf(changed);
        } finally {
            lock.unlock();
        }
    }

    /** A node that never ran has nothing to keep. */
    private void startFirst(NativeServer first) throws IOException, InterruptedException {
        try {
            start(first);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            first.close();
            server = null;
            throw failure;
        }
    }

    private void start(NativeServer in) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        NodeProcess starting = NodeProcess.spawn(
                in,
                new NodeSettings(request, port.number(), false),
                program.command(in.directory()),
                request.service());
        try {
            starting.start(passwords, () -> closed);
            node = starting;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            starting.kill();
            throw failure;
        }
        logger.debug(
                "OpenSearch {} of service {} serves clients on port {} after {} ms",
                program.version(),
                request.service(),
                port.number(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
}
