package io.github.aivenjunit.watchdog.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a watchdog is told first, through the pipe and nowhere else, because it holds the token. Immutable.
 *
 * @param token the API token
 * @param endpoint the API
 * @param organization whose endpoints are used, when the session has one
 * @param journal the session's file
 * @param run the test run
 * @param owner who to ask
 * @param settling for how long a create that was under way when the session died may still come through
 * @param life for how long deletion is tried
 * @param network system properties that say how the API is reached
 */
public record Charge(
        String token,
        URI endpoint,
        Optional<String> organization,
        Path journal,
        String run,
        String owner,
        Duration settling,
        Duration life,
        Map<String, String> network) {

    /** The token, the endpoint, and so on to the life. */
    private static final int FIXED_WORDS = 8;

    public Charge {
        journal = journal.toAbsolutePath();
        network = Map.copyOf(network);
    }

    String line() {
        List<String> words = new ArrayList<>(List.of(
                token,
                endpoint.toString(),
                organization.orElse(""),
                journal.toString(),
                run,
                owner,
                settling.toString(),
                life.toString()));
        network.forEach((key, value) -> words.addAll(List.of(key, value)));
        return words.stream()
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    static Charge read(String line) {
        List<String> words = Arrays.stream(line.split(" ", -1))
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList();
        Map<String, String> network = new HashMap<>();
        for (int word = FIXED_WORDS; word < words.size(); word += 2) {
            network.put(words.get(word), words.get(word + 1));
        }
        return new Charge(
                words.get(0),
                URI.create(words.get(1)),
                Optional.of(words.get(2)).filter(organization -> !organization.isEmpty()),
                Path.of(words.get(3)),
                words.get(4),
                words.get(5),
                Duration.parse(words.get(6)),
                Duration.parse(words.get(7)),
                network);
    }

    @Override
    public String toString() {
        return "Charge[" + endpoint + ", " + journal + "]";
    }
}
