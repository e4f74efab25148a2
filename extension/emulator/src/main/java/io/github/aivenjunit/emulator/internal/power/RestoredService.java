package io.github.aivenjunit.emulator.internal.power;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.ServerHome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands behind a service that was read from disk: something that is made only when all of it has been read. */
public final class RestoredService implements PoweredService {

    private final String homeName;
    private volatile @Nullable PoweredService made;

    public RestoredService(String homeName) {
        this.homeName = homeName;
    }

    /** The name of its home, empty when it had none. */
    public String homeName() {
        return homeName;
    }

    /** From now on this is what stands there. */
    public void standOn(PoweredService made) {
        this.made = made;
    }

    @Override
    public List<EngineEndpoint> endpoints(Set<String> components) {
        return real().endpoints(components);
    }

    @Override
    public void powerOn(Owner owner) {
        real().powerOn(owner);
    }

    @Override
    public void powerOff() {
        real().powerOff();
    }

    @Override
    public <S extends EngineInstance> Optional<S> server(Class<S> kind) {
        return real().server(kind);
    }

    @Override
    public Optional<ServerHome> home() {
        return real().home();
    }

    @Override
    public void close() {
        real().close();
    }

    @Override
    public void release() {
        real().release();
    }

    @Override
    public boolean isGone() {
        return real().isGone();
    }

    @Override
    public boolean awaitGone(Duration limit) throws InterruptedException {
        return real().awaitGone(limit);
    }

    private PoweredService real() {
        PoweredService real = made;
        if (real == null) {
            throw new IllegalStateException("The server of home '" + homeName + "' was not made yet.");
        }
        return real;
    }
}
