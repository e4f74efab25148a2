package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.deletion.internal.DeletionApi.FoundService;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The fields of a service that a deletion needs, while they are read. */
final class ServiceFields {

    private final JsonReader json;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private boolean terminationProtection;

    private ServiceFields(JsonReader json) {
        this.json = json;
    }

    static FoundService read(JsonReader json) throws IOException {
        ServiceFields fields = new ServiceFields(json);
        json.object(fields::read);
        String name = fields.texts.get("service_name");
        if (name == null) {
            throw new MalformedJsonException("The answer has a service without a name.");
        }
        return new FoundService(
                name,
                fields.tags,
                fields.terminationProtection,
                fields.texts.getOrDefault("service_type", ""),
                fields.texts.getOrDefault("plan", ""),
                fields.texts.getOrDefault("cloud_name", ""));
    }

    private boolean read(String field) throws IOException {
        boolean wanted = switch (field) {
            case "service_name", "service_type", "plan", "cloud_name", "tags", "termination_protection" -> true;
            default -> false;
        };
        if (!wanted || json.isNull()) {
            return wanted;
        }
        switch (field) {
            case "tags" -> tags.putAll(json.texts());
            case "termination_protection" -> terminationProtection = json.flag();
            default -> texts.put(field, json.text());
        }
        return true;
    }
}
