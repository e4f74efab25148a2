package io.github.aivenjunit.engine.clickhouse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HeldCertificate;

/** Listens where a configuration says, writes down the statements it gets, and answers some of them. */
final class FakeServerMain {

    private FakeServerMain() {}

    public static void main(String[] arguments) throws Exception {
        String configuration = Files.readString(Path.of(arguments[0].substring("--config-file=".length())));
        Path data = Path.of(element(configuration, "path"));
        Files.createDirectories(data);
        HttpsServer server = HttpsServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(element(configuration, "https_port"))),
                0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving(
                Files.readString(Path.of(element(configuration, "certificateFile"))),
                Files.readString(Path.of(element(configuration, "privateKeyFile"))))));
        server.createContext("/", exchange -> answer(exchange, data.resolve("statements")));
        server.start();
    }

    private static void answer(HttpExchange exchange, Path statements) throws IOException {
        String statement = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String user = exchange.getRequestHeaders().getFirst("X-ClickHouse-User");
        Files.writeString(
                statements, user + ": " + statement + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        boolean refused = statement.contains("refused");
        String text = refused ? "Code: 82. DB::Exception: Database refused already exists.\n" : "default\norders\n";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String element(String configuration, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(configuration);
        if (!matcher.find()) {
            throw new IllegalArgumentException(name);
        }
        return matcher.group(1);
    }

    private static SSLContext serving(String certificatePem, String keyPem) throws Exception {
        HeldCertificate certificate = HeldCertificate.decode(certificatePem + keyPem);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", certificate.keyPair().getPrivate(), new char[0], new Certificate[] {certificate.certificate()
                });
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
