package io.github.aivenjunit.engine.kafka.internal.registry;

/**
 * What the registry answers.
 *
 * @param status as in HTTP
 * @param body JSON
 */
public record RegistryAnswer(int status, String body) {

    static RegistryAnswer of(RegistryRefusal refusal) {
        return new RegistryAnswer(
                refusal.status(),
                JsonText.object()
                        .put("error_code", refusal.code())
                        .put("message", refusal.text())
                        .toString());
    }
}
