package io.github.aivenjunit.emulator.internal.admin;

import io.github.aivenjunit.emulator.internal.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The page and its parts, which need no token because they hold nothing of the emulator. */
final class Page {

    /** Nothing but the page's own parts is loaded, nobody frames it, and no cache keeps what it shows. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");

    private static final Map<String, Part> PARTS = Map.of(
            "/", new Part("page.html", "text/html; charset=utf-8"),
            "/_emulator/page.css", new Part("page.css", "text/css; charset=utf-8"),
            "/_emulator/page.js", new Part("page.js", "text/javascript; charset=utf-8"));

    private record Part(String resource, String type) {}

    boolean has(String path) {
        return PARTS.containsKey(path);
    }

    HttpAnswer answer(String path) {
        Part part = Optional.ofNullable(PARTS.get(path)).orElseThrow();
        try (InputStream content = Page.class.getResourceAsStream(part.resource)) {
            if (content == null) {
                throw new IllegalStateException("The page's part " + part.resource + " is not in the jar.");
            }
            return new HttpAnswer.Response(
                    200, part.type, new String(content.readAllBytes(), StandardCharsets.UTF_8), HEADERS);
        } catch (IOException e) {
            throw new UncheckedIOException("The page's part " + part.resource + " cannot be read.", e);
        }
    }
}
