package io.github.aivenjunit.engine.clickhouse;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.ProgramSearch;
import io.github.aivenjunit.emulator.engine.ProgramSelection;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.engine.clickhouse.internal.ClickHouseInstance;
import io.github.aivenjunit.engine.clickhouse.internal.ClickHousePrograms;
import io.github.aivenjunit.engine.clickhouse.internal.ServerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a server per service of type {@code clickhouse}: {@code clickhouse} or {@code clickhouse-server} from the PATH
 * when it is 23.3 or newer. Without one only the API answers for such services, which {@link #absence()} says.
 * Thread-safe; nothing happens before the first call.
 *
 * <p>Servers listen on {@code 127.0.0.1}, with TLS only: HTTPS (component {@code clickhouse_https}) and the native
 * protocol (component {@code clickhouse}). They keep their data in memory while {@code /dev/shm} has room;
 * {@link NativeHost} says how to choose other places. A power cycle keeps data and users.
 *
 * <p>As on Aiven {@code avnadmin} has all grants and may pass them on, another user has none at first, and the time zone
 * is UTC. Different from Aiven: a single node, databases without replication, no MySQL protocol, and no effect of
 * {@code user_config}.
 */
public final class ClickHouseEngine implements ServiceEngine {

    private static final String NO_PROGRAM =
            "Nothing listens behind emulated clickhouse services, only the API answers for them; put clickhouse or"
                    + " clickhouse-server 23.3 or newer on the PATH to get a real server.";

    private final NativeHost host;
    private final ProgramSearch<ServerProgram> programs;

    /** Uses this machine's defaults and its PATH. */
    public ClickHouseEngine() {
        this(new NativeHost(), Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    ClickHouseEngine(NativeHost host, String searchPath) {
        this.host = host;
        this.programs = ClickHousePrograms.search(searchPath, NO_PROGRAM);
    }

    @Override
    public String serviceType() {
        return "clickhouse";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        return programs.select().program().map(ServerProgram::toString).orElse("ClickHouse");
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return host.objection();
    }

    @Override
    public Optional<String> absence() {
        return programs.select().objection();
    }

    /**
     * @throws IllegalArgumentException with the sentence of {@link #absence} or {@link #objection} when the service
     *     cannot run here
     * @throws UncheckedIOException if no port is free
     */
    @Override
    public DatabaseServer create(EngineRequest request) {
        host.objection().ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        ProgramSelection<ServerProgram> selection = programs.select();
        ServerProgram program = selection
                .program()
                .orElseThrow(
                        () -> new IllegalArgumentException(selection.objection().orElseThrow()));
        try {
            return ClickHouseInstance.create(host, program, request);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
