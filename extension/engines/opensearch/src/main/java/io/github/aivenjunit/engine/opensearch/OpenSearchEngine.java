package io.github.aivenjunit.engine.opensearch;

import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.emulator.engine.UserServer;
import io.github.aivenjunit.engine.opensearch.internal.NodeProgram;
import io.github.aivenjunit.engine.opensearch.internal.OpenSearchInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Runs an OpenSearch 2 node per service of type {@code opensearch}, in a process of its own, from jars that lie inside
 * this artifact: no class of OpenSearch comes onto the tests' class path. Thread-safe; nothing happens before the first
 * call.
 *
 * <p>The node is a cluster by itself. Its only open port is HTTPS on {@code 127.0.0.1} with a certificate of the
 * project's CA; every request needs the name and password of one of the service's users (HTTP Basic). Documents lie in
 * memory while {@code /dev/shm} has room; {@link NativeHost} says how to choose other places. They stay over a power
 * cycle.
 *
 * <p>The first start on a machine unpacks the jars and then, in the background, prepares an archive of loaded classes,
 * with which later starts take about half the time.
 *
 * <p>Different from Aiven: every user may do everything, because there is no security plugin, and hence nothing below
 * {@code /_plugins}; there are no dashboards; indices have no replica unless asked for. Of OpenSearch's own modules it
 * has analysis-common, lang-mustache, lang-painless, mapper-extras, matrix-stats, parent-join, rank-eval and reindex;
 * ingest processors, percolator, expressions and geo aggregations are missing. Of the settings under
 * {@code user_config.opensearch} those that make sense for one node are passed on. Version 2 is the only one.
 */
public final class OpenSearchEngine implements ServiceEngine {

    private static final String MAJOR = "2";

    private final NativeHost host;
    private final NodeProgram program;

    /** Uses this machine's defaults. */
    public OpenSearchEngine() {
        this(new NativeHost(), OpenSearchEngine::inBackground);
    }

    OpenSearchEngine(NativeHost host, Executor background) {
        this.host = host;
        this.program = new NodeProgram(host, background);
    }

    @Override
    public String serviceType() {
        return "opensearch";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        return "OpenSearch " + program.version();
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return host.objection().or(program::objection).or(() -> objectionToVersion(userConfig));
    }

    /**
     * @throws IllegalArgumentException with the sentence of {@link #objection} when the service cannot run here
     * @throws UncheckedIOException if no port is free
     */
    @Override
    public UserServer create(EngineRequest request) {
        objection(request.userConfig()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        try {
            return OpenSearchInstance.create(host, program, request);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private Optional<String> objectionToVersion(Map<String, Object> userConfig) {
        Object wanted = userConfig.get("opensearch_version");
        return wanted == null || wanted.equals(MAJOR)
                ? Optional.empty()
                : Optional.of("OpenSearch " + wanted + " cannot run here, only " + program.version()
                        + "; set opensearch_version to \"" + MAJOR + "\" or leave it out.");
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "aiven-junit opensearch archive");
        thread.setDaemon(true);
        thread.start();
    }
}
