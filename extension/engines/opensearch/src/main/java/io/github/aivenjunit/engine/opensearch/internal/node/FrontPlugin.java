package io.github.aivenjunit.engine.opensearch.internal.node;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.opensearch.cluster.metadata.IndexMetadata;
import org.opensearch.common.inject.Module;
import org.opensearch.common.network.NetworkService;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.util.BigArrays;
import org.opensearch.common.util.PageCacheRecycler;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.indices.breaker.CircuitBreakerService;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.http.netty4.ssl.SecureNetty4HttpServerTransport;
import org.opensearch.index.shard.IndexSettingProvider;
import org.opensearch.telemetry.tracing.Tracer;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.Netty4Plugin;
import org.opensearch.transport.SharedGroupFactory;
import org.opensearch.transport.Transport;

/** The node's only door: OpenSearch's HTTPS server behind a check of user and password. Other nodes find no door at all. */
public final class FrontPlugin extends Netty4Plugin {

    static final String NAME = "aiven-junit";

    private final Access access = new Access();
    private final SslContext tls;

    /** Called by OpenSearch. */
    public FrontPlugin(Settings settings, Path directory) throws IOException {
        super();
        this.tls = SslContextBuilder.forServer(
                        directory.resolve("certificate.pem").toFile(),
                        directory.resolve("key.pem").toFile())
                .sslProvider(SslProvider.JDK)
                .build();
    }

    @Override
    public Collection<Module> createGuiceModules() {
        return List.of(binder -> binder.bind(Access.class).toInstance(access));
    }

    @Override
    public Settings additionalSettings() {
        return Settings.builder()
                .put("http.type", NAME)
                .put("transport.type", NAME)
                .build();
    }

    /** Aiven, too, keeps the number of replicas below that of nodes. Otherwise no index would ever be green. */
    @Override
    public Collection<IndexSettingProvider> getAdditionalIndexSettingProviders() {
        return List.of(new IndexSettingProvider() {
            @Override
            public Settings getAdditionalIndexSettings(
                    String indexName, boolean isDataStreamIndex, Settings templateAndRequestSettings) {
                return Settings.builder()
                        .put(IndexMetadata.SETTING_NUMBER_OF_REPLICAS, 0)
                        .build();
            }
        });
    }

    @Override
    public Map<String, Supplier<HttpServerTransport>> getHttpTransports(
            Settings settings,
            ThreadPool threadPool,
            BigArrays bigArrays,
            PageCacheRecycler pageCacheRecycler,
            CircuitBreakerService circuitBreakerService,
            NamedXContentRegistry xContentRegistry,
            NetworkService networkService,
            HttpServerTransport.Dispatcher dispatcher,
            ClusterSettings clusterSettings,
            Tracer tracer) {
        return Map.of(
                NAME,
                () -> new SecureNetty4HttpServerTransport(
                        settings,
                        networkService,
                        bigArrays,
                        threadPool,
                        xContentRegistry,
                        new GuardedDispatcher(dispatcher, access),
                        clusterSettings,
                        new SharedGroupFactory(settings),
                        new SecureHttp(tls),
                        tracer));
    }

    @Override
    public Map<String, Supplier<Transport>> getTransports(
            Settings settings,
            ThreadPool threadPool,
            PageCacheRecycler pageCacheRecycler,
            CircuitBreakerService circuitBreakerService,
            NamedWriteableRegistry namedWriteableRegistry,
            NetworkService networkService,
            Tracer tracer) {
        return Map.of(NAME, LonelyTransport::new);
    }
}
