package io.github.aivenjunit.emulator.internal.power;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;

/** An OpenSearch server, asked as its clients ask it: over HTTPS, as the service's first user. */
public final class SearchNode {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EngineEndpoint endpoint;
    private final Credentials admin;
    private final String caPem;

    /**
     * A server that is not spoken to yet.
     *
     * @param caPem the certificate authority that issued the server's certificate
     */
    public SearchNode(EngineEndpoint endpoint, Credentials admin, String caPem) {
        this.endpoint = endpoint;
        this.admin = admin;
        this.caPem = caPem;
    }

    /** The indexes as a JSON array, in the words of the server's {@code _cat/indices}. */
    public String indexes() throws IOException {
        HttpUrl url = address()
                .addPathSegments("_cat/indices")
                .addQueryParameter("format", "json")
                .addQueryParameter("bytes", "b")
                .addQueryParameter("s", "index")
                .addQueryParameter("h", "index,health,status,pri,rep,docs.count,store.size,creation.date.string")
                .build();
        return call(new Request.Builder().url(url).get(), response -> {
            if (!response.isSuccessful()) {
                throw new IOException("OpenSearch answered " + response.code() + " to a question about its indexes.");
            }
            return response.body().string();
        });
    }

    /** The status that the server answers with. */
    public int delete(String index) throws IOException {
        HttpUrl url = address().addPathSegment(index).build();
        return call(new Request.Builder().url(url).delete(), Response::code);
    }

    private HttpUrl.Builder address() {
        return new HttpUrl.Builder().scheme("https").host(endpoint.host()).port(endpoint.port());
    }

    private <T> T call(Request.Builder request, Reader<T> reader) throws IOException {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(Certificates.decodeCertificatePem(caPem))
                .build();
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .callTimeout(PATIENCE)
                .build();
        Request authorized = request.header(
                        "Authorization", okhttp3.Credentials.basic(admin.username(), admin.password()))
                .build();
        try (Response response = client.newCall(authorized).execute()) {
            return reader.read(response);
        } finally {
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Response response) throws IOException;
    }
}
