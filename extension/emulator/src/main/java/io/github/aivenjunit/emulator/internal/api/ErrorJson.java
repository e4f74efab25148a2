package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;

/** The body of every refusal: the text twice, the status inside the list. */
final class ErrorJson {

    private ErrorJson() {}

    static ObjectNode of(Refusal refusal) {
        ObjectNode json = Reply.object();
        ObjectNode error = json.putArray("errors")
                .addObject()
                .put("message", refusal.text())
                .put("status", refusal.status());
        refusal.errorCode().ifPresent(code -> error.put("error_code", code));
        return json.put("message", refusal.text());
    }
}
