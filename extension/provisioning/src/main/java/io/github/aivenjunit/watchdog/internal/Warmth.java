package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.deletion.internal.ProjectDeleter;
import io.github.aivenjunit.journal.internal.Journal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Loads, while nothing is to be done, what the first deletion would otherwise wait for. */
final class Warmth {

    private Warmth() {}

    static void gather(URI endpoint) {
        try {
            for (Class<?> needed : List.of(ProjectDeleter.class, Journal.class)) {
                Class.forName(needed.getName());
            }
            if (endpoint.getScheme().toLowerCase(Locale.ROOT).equals("https")) {
                // The trust store, the random source and the first keys: the longest part of a first connection.
                SSLEngine engine = SSLContext.getDefault().createSSLEngine();
                engine.setUseClientMode(true);
                engine.wrap(
                        ByteBuffer.allocate(0),
                        ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
            }
            endpoint.toURL().openConnection();
        } catch (Exception e) {
            // The deletion meets the same trouble, and tries again.
            return;
        }
    }
}
