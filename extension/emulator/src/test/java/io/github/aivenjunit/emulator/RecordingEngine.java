package io.github.aivenjunit.emulator;

import io.github.aivenjunit.emulator.engine.ConnectionPool;
import io.github.aivenjunit.emulator.engine.CopyKind;
import io.github.aivenjunit.emulator.engine.CopyingEngine;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.ExtensibleServer;
import io.github.aivenjunit.emulator.engine.PooledServer;
import io.github.aivenjunit.emulator.engine.ServerExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An engine for pg that starts nothing and remembers what it was told. */
final class RecordingEngine implements CopyingEngine {

    final List<EngineRequest> requests = new ArrayList<>();
    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    final TreeSet<String> databases = new TreeSet<>(List.of("defaultdb"));
    /** Servers start only once it is open. */
    volatile CountDownLatch startGate = new CountDownLatch(0);

    volatile Optional<String> createFailure = Optional.empty();
    volatile Optional<String> startFailure = Optional.empty();
    volatile Optional<String> objection = Optional.empty();
    volatile Optional<String> absence = Optional.empty();
    volatile boolean brokenDatabases;

    String nextCall() throws InterruptedException {
        return String.valueOf(calls.poll(10, TimeUnit.SECONDS));
    }

    @Override
    public String serviceType() {
        return "pg";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        return "Recorder " + userConfig.getOrDefault("pg_version", "17");
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return objection;
    }

    @Override
    public Optional<String> absence() {
        return absence;
    }

    @Override
    public EngineInstance create(EngineRequest request) {
        createFailure.ifPresent(text -> {
            throw new IllegalStateException(text);
        });
        synchronized (requests) {
            requests.add(request);
        }
        calls.add("create " + request.service());
        return new Server(request.service());
    }

    @Override
    public EngineInstance createCopy(EngineRequest request, EngineInstance source, CopyKind kind) {
        calls.add(kind + " of " + source);
        return create(request);
    }

    @Override
    public String limits(CopyKind kind) {
        return "A recorded " + kind + " copies nothing.";
    }

    private final class Server implements PooledServer, ExtensibleServer {

        private final String name;

        private Server(String name) {
            this.name = name;
        }

        @Override
        public List<EngineEndpoint> endpoints() {
            return List.of(new EngineEndpoint("pg", "localhost", 4711));
        }

        @Override
        public void powerOn() throws IOException, InterruptedException {
            calls.add("powerOn " + name);
            try {
                startGate.await();
            } catch (InterruptedException e) {
                calls.add("interrupted " + name);
                throw e;
            }
            if (startFailure.isPresent()) {
                throw new IOException(startFailure.get());
            }
        }

        @Override
        public void powerOff() {
            calls.add("powerOff " + name);
        }

        @Override
        public void close() {
            calls.add("close " + name);
        }

        @Override
        public List<String> databases() throws IOException {
            requireWorking();
            return List.copyOf(databases);
        }

        @Override
        public void createDatabase(String database) throws IOException {
            requireWorking();
            calls.add("createDatabase " + database);
            databases.add(database);
        }

        @Override
        public void dropDatabase(String database) {
            calls.add("dropDatabase " + database);
            databases.remove(database);
        }

        @Override
        public void createPool(ConnectionPool pool) throws IOException {
            requireWorking();
            calls.add("createPool " + pool);
        }

        @Override
        public void alterPool(ConnectionPool pool) {
            calls.add("alterPool " + pool);
        }

        @Override
        public void dropPool(String pool) {
            calls.add("dropPool " + pool);
        }

        @Override
        public List<ServerExtension> extensions() {
            return List.of(new ServerExtension("hstore", "1.8", List.of("1.7", "1.8")));
        }

        @Override
        public String toString() {
            return name;
        }

        @Override
        public void createUser(Credentials user) throws IOException {
            requireWorking();
            calls.add("createUser " + user.username() + " " + user.password());
        }

        @Override
        public void changePassword(Credentials user) {
            calls.add("changePassword " + user.username() + " " + user.password());
        }

        @Override
        public void dropUser(String username) {
            calls.add("dropUser " + username);
        }

        private void requireWorking() throws IOException {
            if (brokenDatabases) {
                throw new IOException("connection lost");
            }
        }
    }
}
