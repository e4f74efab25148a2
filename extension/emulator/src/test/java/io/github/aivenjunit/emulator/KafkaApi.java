package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One Kafka service, spoken to over HTTP. Every success is checked against the API's own OpenAPI document where that is
 * at hand.
 */
final class KafkaApi {

    static final String SERVICE = "/project/orders/service/events";

    /** The document requires every limit of a listed quota, but a limit that is not set has no value to show. */
    private static final Pattern UNSET_LIMIT = Pattern.compile(".* \\.quotas\\[\\d+]\\.[a-z_-]+ is missing");

    private final TestEmulator emulator;
    private final List<OpenApiContract> contract = new ArrayList<>();

    KafkaApi(TestEmulator emulator) {
        this.emulator = emulator;
        Path document = Path.of(System.getProperty("aiven.openapi", "aiven-openapi.json"));
        try {
            if (Files.exists(document)) {
                contract.add(new OpenApiContract(document));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void createService(String plan, String userConfig) {
        emulator.project("orders");
        emulator.service(
                "orders",
                "{'service_name':'events','service_type':'kafka','plan':'" + plan + "','cloud':'do-ams','user_config':"
                        + userConfig + "}");
    }

    TestEmulator.Answer get(String path) {
        return call("GET", SERVICE + path, "");
    }

    TestEmulator.Answer post(String path, String body) {
        return call("POST", SERVICE + path, body);
    }

    TestEmulator.Answer put(String path, String body) {
        return call("PUT", SERVICE + path, body);
    }

    TestEmulator.Answer delete(String path) {
        return call("DELETE", SERVICE + path, "");
    }

    TestEmulator.Answer describe(String body) {
        return call("POST", "/v2" + SERVICE + "/topic", body);
    }

    /** Creates a topic with defaults. */
    void topic(String name) {
        assertThat(post("/topic", "{'topic_name':'" + name + "'}").message()).isEqualTo("200 created");
    }

    /** What one read of a topic says: its state, or the refusal. */
    String read(String topic) {
        TestEmulator.Answer answer = get("/topic/" + topic);
        return answer.status() == 200 ? answer.at("/topic/state").asText() : answer.message();
    }

    List<String> listed() {
        return texts(get("/topic").at("/topics"), "topic_name");
    }

    static List<String> texts(JsonNode array, String name) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(name).asText()));
        return texts;
    }

    private TestEmulator.Answer call(String method, String path, String body) {
        TestEmulator.Answer answer = emulator.call(method, path, body);
        if (answer.status() == 200) {
            contract.forEach(document -> assertThat(document.problems(method, path.replaceFirst("[?].*", ""), answer))
                    .filteredOn(problem -> !UNSET_LIMIT.matcher(problem).matches())
                    .isEmpty());
        }
        return answer;
    }
}
