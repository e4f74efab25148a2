package com.example.orders;

import io.github.aivenjunit.project.OpenSearchService;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The application's way to its search: OpenSearch's own client, which trusts the project's authority. */
final class OrderIndex implements AutoCloseable {

    private static final String INDEX = "orders";

    private final OpenSearchTransport transport;
    private final OpenSearchClient client;

    OrderIndex(OpenSearchService search) {
        HttpHost host = new HttpHost("https", search.host(), search.port());
        BasicCredentialsProvider login = new BasicCredentialsProvider();
        login.setCredentials(
                new AuthScope(host),
                new UsernamePasswordCredentials(search.user(), search.password().toCharArray()));
        transport = ApacheHttpClient5TransportBuilder.builder(host)
                .setHttpClientConfigCallback(http -> http.setDefaultCredentialsProvider(login)
                        .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                                .setTlsStrategy(ClientTlsStrategyBuilder.create()
                                        .setSslContext(search.sslContext())
                                        .buildAsync())
                                .build()))
                .build();
        client = new OpenSearchClient(transport);
    }

    void add(String id, String item) throws IOException {
        client.index(request ->
                request.index(INDEX).id(id).document(Map.of("item", item)).refresh(Refresh.True));
    }

    /** The ids of the orders whose item has this word. */
    List<String> find(String word) throws IOException {
        return client
                .search(
                        request -> request.index(INDEX)
                                .query(query ->
                                        query.match(match -> match.field("item").query(FieldValue.of(word)))),
                        Map.class)
                .hits()
                .hits()
                .stream()
                .map(hit -> String.valueOf(hit.id()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
