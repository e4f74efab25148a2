package io.github.aivenjunit.emulator.internal.power;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.ServerHome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real server behind a service. Its life runs on one daemon thread, so that its steps never overlap. */
final class ServerRunner implements PoweredService {

    private static final Logger logger = LoggerFactory.getLogger(ServerRunner.class);

    private final String name;
    private final EngineInstance instance;
    private final List<EngineEndpoint> endpoints;
    private final Optional<ServerHome> home;
    private final ThreadPoolExecutor thread;
    private Future<?> start = CompletableFuture.completedFuture(null);
    private boolean closed;

    /** The name, of project and service, is for the thread and for messages. */
    ServerRunner(String name, EngineInstance instance, Optional<ServerHome> home) {
        this.name = name;
        this.home = home;
        this.instance = instance;
        this.endpoints = List.copyOf(instance.endpoints());
        thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, "aiven-emulator " + name);
            made.setDaemon(true);
            return made;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<EngineEndpoint> endpoints(Set<String> components) {
        return endpoints;
    }

    @Override
    public synchronized void powerOn(Owner owner) {
        if (!closed) {
            start = thread.submit(() -> start(owner));
        }
    }

    @Override
    public synchronized void powerOff() {
        if (!closed) {
            start.cancel(true);
            thread.execute(this::stop);
        }
    }

    @Override
    public <S extends EngineInstance> Optional<S> server(Class<S> kind) {
        return kind.isInstance(instance) ? Optional.of(kind.cast(instance)) : Optional.empty();
    }

    @Override
    public Optional<ServerHome> home() {
        return home;
    }

    @Override
    public void release() {
        end(this::remove);
    }

    @Override
    public void close() {
        end(() -> {
            remove();
            leaveHome();
        });
    }

    private synchronized void end(Runnable last) {
        if (!closed) {
            closed = true;
            start.cancel(true);
            thread.execute(last);
            thread.shutdown();
        }
    }

    @Override
    public boolean isGone() {
        return thread.isTerminated();
    }

    @Override
    public boolean awaitGone(Duration limit) throws InterruptedException {
        return thread.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public String toString() {
        return name;
    }

    private void start(Owner owner) {
        try {
            instance.powerOn();
            owner.accepting();
        } catch (InterruptedException cancelled) {
            // Powered off or deleted while it started: the next task of this thread ends the server.
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | LinkageError e) {
            owner.failed(e);
        }
    }

    private void stop() {
        try {
            instance.powerOff();
        } catch (RuntimeException e) {
            logger.error("The server of {} could not be stopped. Look for its process.", name, e);
        }
    }

    private void leaveHome() {
        if (home.isPresent()) {
            try {
                home.get().delete();
            } catch (IOException e) {
                logger.error("{} could not be removed. Remove it by hand.", home.get(), e);
            }
        }
    }

    private void remove() {
        try {
            instance.close();
        } catch (RuntimeException e) {
            logger.error("The server of {} could not be removed. Look for its process and its directory.", name, e);
        }
    }
}
