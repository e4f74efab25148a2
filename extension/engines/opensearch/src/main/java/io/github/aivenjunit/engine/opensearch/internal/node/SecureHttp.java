package io.github.aivenjunit.engine.opensearch.internal.node;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.plugins.SecureHttpTransportSettingsProvider;
import org.opensearch.plugins.TransportExceptionHandler;
import org.opensearch.transport.TransportAdapterProvider;

/** Gives OpenSearch's own HTTPS server the certificate of the project's CA. */
record SecureHttp(SslContext context) implements SecureHttpTransportSettingsProvider {

    @Override
    public Collection<TransportAdapterProvider<HttpServerTransport>> getHttpTransportAdapterProviders(
            Settings settings) {
        return List.of();
    }

    @Override
    public Optional<TransportExceptionHandler> buildHttpServerExceptionHandler(
            Settings settings, HttpServerTransport transport) {
        return Optional.empty();
    }

    @Override
    public Optional<SSLEngine> buildSecureHttpServerEngine(Settings settings, HttpServerTransport transport) {
        return Optional.of(context.newEngine(ByteBufAllocator.DEFAULT));
    }
}
