package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.connection.HttpsConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;

/**
 * What a server answered to one request. The JDK's older client asks: it works in the caller's thread and leaves none behind.
 *
 * @param body the first part, of an answer with status 200
 */
record HttpsAnswer(int status, String body) {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Enough for a health report, and an end for a server that never stops. */
    private static final int LONGEST = 16 * 1024;

    static HttpsAnswer get(HttpsConnection target, String path) throws IOException {
        return ask("GET", target, path);
    }

    static HttpsAnswer delete(HttpsConnection target, String path) throws IOException {
        return ask("DELETE", target, path);
    }

    private static HttpsAnswer ask(String method, HttpsConnection target, String path) throws IOException {
        // The rungs before go straight to the server, so this one does not take a proxy either.
        HttpsURLConnection request =
                (HttpsURLConnection) target.uri(path).toURL().openConnection(Proxy.NO_PROXY);
        request.setRequestMethod(method);
        request.setSSLSocketFactory(target.sslContext().getSocketFactory());
        request.setConnectTimeout((int) TIMEOUT.toMillis());
        request.setReadTimeout((int) TIMEOUT.toMillis());
        request.setInstanceFollowRedirects(false);
        request.setUseCaches(false);
        // The JDK would keep the connection for later, where a server may only notice that nobody comes back.
        request.setRequestProperty("Connection", "close");
        request.setRequestProperty("Authorization", target.authorization());
        try {
            int status = request.getResponseCode();
            return new HttpsAnswer(status, status == HttpsURLConnection.HTTP_OK ? body(request) : "");
        } finally {
            request.disconnect();
        }
    }

    private static String body(HttpsURLConnection answered) throws IOException {
        try (InputStream body = answered.getInputStream()) {
            return new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }
}
