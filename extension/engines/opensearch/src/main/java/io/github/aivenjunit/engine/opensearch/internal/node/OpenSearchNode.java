package io.github.aivenjunit.engine.opensearch.internal.node;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.index.rankeval.RankEvalPlugin;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.join.ParentJoinPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.script.mustache.MustachePlugin;
import org.opensearch.search.aggregations.matrix.MatrixAggregationPlugin;

/** The node of one service, with what its directory says and those parts of OpenSearch that are published as libraries. */
final class OpenSearchNode {

    private static final List<Class<? extends Plugin>> PLUGINS = List.of(
            FrontPlugin.class,
            CommonAnalysisPlugin.class,
            MapperExtrasPlugin.class,
            MatrixAggregationPlugin.class,
            MustachePlugin.class,
            PainlessPlugin.class,
            ParentJoinPlugin.class,
            RankEvalPlugin.class,
            ReindexPlugin.class);

    private final Path directory;
    private @Nullable EmbeddedNode node;
    private boolean rehearsal;

    OpenSearchNode(Path directory) {
        this.directory = directory;
    }

    /** Lets these users in from now on and nobody else. Starts the node if it does not run yet. */
    void admit(Map<String, String> users) throws IOException, InterruptedException, NodeValidationException {
        if (node != null) {
            node.access().replace(users);
            return;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve("node.properties"))) {
            properties.load(reader);
        }
        rehearsal = Boolean.parseBoolean(String.valueOf(properties.remove("rehearsal")));
        Settings.Builder settings = Settings.builder();
        properties.forEach((name, value) -> settings.put(name.toString(), value.toString()));
        EmbeddedNode starting = new EmbeddedNode(settings.build(), directory);
        starting.access().replace(users);
        starting.start();
        node = starting;
        if (rehearsal) {
            new Rehearsal(directory, properties.getProperty("http.port"), users).run();
            starting.close();
        }
    }

    /** Whether the node was only started for the sake of the classes that it loads, and has ended. */
    boolean isRehearsal() {
        return rehearsal;
    }

    /** OpenSearch's node without its Bootstrap, which refuses root and wants a tuned machine. */
    static final class EmbeddedNode extends Node {

        EmbeddedNode(Settings settings, Path directory) {
            super(
                    InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), directory, () -> "node"),
                    PLUGINS,
                    false);
        }

        Access access() {
            return injector().getInstance(Access.class);
        }
    }
}
