package io.github.aivenjunit.emulator.internal.power;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Addresses without a server: the service exists in the control plane only, and is ready at once. */
final class Addresses implements PoweredService {

    private final Map<String, SilentPort> ports = new LinkedHashMap<>();
    private final Optional<Throwable> failure;
    private boolean closed;

    Addresses() {
        failure = Optional.empty();
    }

    /** A server was meant to be here. */
    Addresses(Throwable failure) {
        this.failure = Optional.of(failure);
    }

    @Override
    public synchronized List<EngineEndpoint> endpoints(Set<String> components) {
        return components.stream()
                .map(component -> new EngineEndpoint(
                        component,
                        "localhost",
                        ports.computeIfAbsent(component, name -> new SilentPort())
                                .number()))
                .toList();
    }

    @Override
    public void powerOn(Owner owner) {
        failure.ifPresentOrElse(owner::failed, () -> {
            try {
                owner.accepting();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void powerOff() {
        // The addresses stay for the life of the service.
    }

    @Override
    public <S extends EngineInstance> Optional<S> server(Class<S> kind) {
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        ports.values().forEach(SilentPort::close);
        ports.clear();
        closed = true;
    }

    @Override
    public synchronized boolean isGone() {
        return closed;
    }

    @Override
    public boolean awaitGone(Duration limit) {
        return isGone();
    }
}
