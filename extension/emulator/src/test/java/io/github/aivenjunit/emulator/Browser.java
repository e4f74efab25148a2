package io.github.aivenjunit.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium, driven over its DevTools. */
final class Browser implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final JsonMapper mapper = new JsonMapper();
    private final Process process;
    private final WebSocket tab;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private int asked;

    private Browser(Process process, URI devTools) throws Exception {
        this.process = process;
        HttpClient client = HttpClient.newHttpClient();
        URI list = URI.create("http://" + devTools.getAuthority() + "/json/list");
        String tabs = client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body();
        URI page = URI.create(
                mapper.readTree(tabs).findValue("webSocketDebuggerUrl").asText());
        tab = client.newWebSocketBuilder().buildAsync(page, new Messages()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static Optional<Path> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        try {
            BufferedReader output = process.inputReader();
            String prefix = "DevTools listening on ";
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(prefix)) {
                    return new Browser(process, URI.create(line.substring(prefix.length())));
                }
            }
            throw new IOException("The browser ended before it could be driven. Start it by hand to see why.");
        } catch (Exception failure) {
            process.destroyForcibly().onExit().join();
            throw failure;
        }
    }

    void visit(String address) throws Exception {
        ask("Page.navigate", mapper.createObjectNode().put("url", address));
    }

    /** Waits until the expression is true on the page that is there by then. */
    void await(String expression) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!evaluate("new Promise(tell => setTimeout(() => tell(Boolean(" + expression + ")), 50))")
                .asBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not true in time: " + expression + "; the page says "
                        + evaluate("document.body.innerText").asText());
            }
        }
    }

    JsonNode evaluate(String expression) throws Exception {
        ObjectNode parameters = mapper.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true);
        return ask("Runtime.evaluate", parameters).at("/result/result/value");
    }

    private JsonNode ask(String method, ObjectNode parameters) throws Exception {
        int id = ++asked;
        ObjectNode message = mapper.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        tab.sendText(mapper.writeValueAsString(message), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            String answer = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException("The browser does not answer to " + method + ". Look for what slows it down.");
            }
            JsonNode json = mapper.readTree(answer);
            if (json.path("id").asInt() == id) {
                return json;
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private final class Messages implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
