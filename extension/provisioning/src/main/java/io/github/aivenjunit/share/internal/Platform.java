package io.github.aivenjunit.share.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a shared project. It never holds a secret.
 *
 * @param state how far it is
 * @param session the name of the journal file of the session that creates it
 * @param detail the project's name when it is ready, why there is none when it failed
 */
record Platform(State state, String session, String detail) {

    private static final int WORDS = 3;

    /** How far a shared project is. */
    enum State {
        CREATING,
        READY,
        FAILED
    }

    boolean isReady(String project) {
        return state == State.READY && detail.equals(project);
    }

    String line() {
        return Stream.of(state.name(), session, detail)
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    /** Empty when it is torn or not ours. */
    static Optional<Platform> read(String line) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        try {
            return words.size() == WORDS
                    ? Optional.of(
                            new Platform(State.valueOf(words.get(0)), decoded(words.get(1)), decoded(words.get(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }
}
