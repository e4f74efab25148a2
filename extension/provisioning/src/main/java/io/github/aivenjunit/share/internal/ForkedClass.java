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
 * What the forks of a build know of one test class. It never holds a secret. A session is named by its journal file, and
 * empty where there is none.
 *
 * @param creator the session that has begun the project ahead, until it has let go of it
 * @param user the session whose fork runs the class
 * @param project the name of the project when it is ready
 */
record ForkedClass(String key, State state, String creator, String user, String project) {

    private static final int WORDS = 5;

    /** How far the class's project is. */
    enum State {
        /** Nobody begins it ahead any more: the class has it made itself, or has made it. */
        ALONE,
        CREATING,
        READY,
        /** The fork that runs the class has its own lease on it. */
        JOINED,
        /** The fork that runs the class has found that it needs none. */
        UNWANTED
    }

    static ForkedClass alone(String key, String user) {
        return new ForkedClass(key, State.ALONE, "", user, "");
    }

    ForkedClass with(State next) {
        return new ForkedClass(key, next, creator, user, project);
    }

    ForkedClass usedBy(String session) {
        return new ForkedClass(key, state, creator, session, project);
    }

    ForkedClass ready(String name) {
        return new ForkedClass(key, State.READY, creator, user, name);
    }

    /** Begun ahead, and no fork has its own lease on it. */
    boolean isOffered() {
        return state == State.CREATING || state == State.READY;
    }

    /** Begun ahead, and no fork has come for it. */
    boolean isAhead() {
        return isOffered() && user.isEmpty();
    }

    String line() {
        return Stream.of(key, state.name(), creator, user, project)
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    /** Empty when it is torn or not ours. */
    static Optional<ForkedClass> read(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        try {
            List<String> read = Arrays.stream(words)
                    .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                    .toList();
            return Optional.of(
                    new ForkedClass(read.get(0), State.valueOf(read.get(1)), read.get(2), read.get(3), read.get(4)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
