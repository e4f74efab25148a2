package io.github.aivenjunit.engine.valkey;

import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.ProgramSearch;
import io.github.aivenjunit.emulator.engine.ProgramSelection;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import io.github.aivenjunit.engine.valkey.internal.BundledPlatform;
import io.github.aivenjunit.engine.valkey.internal.BundledRedis;
import io.github.aivenjunit.engine.valkey.internal.ServerProgram;
import io.github.aivenjunit.engine.valkey.internal.ValkeyInstance;
import io.github.aivenjunit.engine.valkey.internal.ValkeyPrograms;
import io.github.aivenjunit.engine.valkey.internal.ValkeySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a server per service of type {@code valkey}: {@code valkey-server}, else {@code redis-server}, from the PATH when
 * it is 7.0 or newer and can do TLS, else the Redis 6.2 that comes with this artifact. Thread-safe; nothing happens
 * before the first call.
 *
 * <p>Servers listen on {@code 127.0.0.1} and take TLS connections only; {@code valkey_ssl: false} makes that plain ones
 * only, as on Aiven. They keep their data in memory; {@link NativeHost} says where their files lie. A power-off saves
 * the data and the next power-on loads it, unless {@code valkey_persistence} is {@code off}; a server that crashes comes
 * back with the data of the last power-off. Users survive in either case.
 *
 * <p>As on Aiven the commands of its list of restricted commands, such as CONFIG, ACL, SAVE and MONITOR, are closed to
 * every user (Aiven docs: "Restricted commands in Aiven for Valkey"). In effect are {@code valkey_ssl},
 * {@code valkey_persistence}, {@code valkey_acl_channels_default}, {@code valkey_number_of_databases},
 * {@code valkey_maxmemory_policy}, {@code valkey_notify_keyspace_events}, {@code valkey_timeout} (default 300 seconds),
 * {@code valkey_lfu_log_factor} and {@code valkey_lfu_decay_time}.
 *
 * <p>Different from Aiven: the version is the program's, whatever {@code valkey_version} says. Redis 6.2 lacks what came
 * later, for example functions, sharded channels and key permissions by read and write. There is no memory limit, no
 * replica and no module.
 */
public final class ValkeyEngine implements ServiceEngine {

    private final NativeHost host;
    private final ProgramSearch<ServerProgram> programs;

    /** Uses this machine's defaults, its PATH, and the class path that this class came from. */
    public ValkeyEngine() {
        this(
                new NativeHost(),
                ValkeyEngine.class.getClassLoader(),
                Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    ValkeyEngine(NativeHost host, ClassLoader classPath, String searchPath) {
        this.host = host;
        this.programs = ValkeyPrograms.search(searchPath, new BundledRedis(host, classPath, BundledPlatform.current()));
    }

    @Override
    public String serviceType() {
        return "valkey";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        return programs.select().program().map(ServerProgram::toString).orElse("Valkey");
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return host.objection()
                .or(() -> ValkeySettings.objection(userConfig))
                .or(() -> programs.select().objection());
    }

    /**
     * @throws IllegalArgumentException with the sentence of {@link #objection} when the service cannot run here
     * @throws UncheckedIOException if no port is free
     */
    @Override
    public ValkeyServer create(EngineRequest request) {
        host.objection()
                .or(() -> ValkeySettings.objection(request.userConfig()))
                .ifPresent(objection -> {
                    throw new IllegalArgumentException(objection);
                });
        ProgramSelection<ServerProgram> selection = programs.select();
        ServerProgram program = selection
                .program()
                .orElseThrow(
                        () -> new IllegalArgumentException(selection.objection().orElseThrow()));
        try {
            return ValkeyInstance.create(host, program, request);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
