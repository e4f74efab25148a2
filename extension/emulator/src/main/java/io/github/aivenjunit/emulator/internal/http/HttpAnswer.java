package io.github.aivenjunit.emulator.internal.http;

import java.util.Map;

/** What goes back over the connection. */
public sealed interface HttpAnswer {

    /** A response; without a body when the text is empty. */
    record Response(int status, String contentType, String body, Map<String, String> headers) implements HttpAnswer {

        public Response {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "Response[" + status + "]";
        }
    }

    /** The connection is closed instead. */
    record Disconnected() implements HttpAnswer {}
}
