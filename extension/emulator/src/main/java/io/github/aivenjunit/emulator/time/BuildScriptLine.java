package io.github.aivenjunit.emulator.time;

import io.github.aivenjunit.emulator.time.BuildTimeline.NodeState;
import io.github.aivenjunit.emulator.time.BuildTimeline.State;
import io.github.aivenjunit.emulator.time.BuildTimeline.Step;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a script of build times.
 *
 * @param place where it stands, for messages
 */
record BuildScriptLine(String place, String text) {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    BuildTimes addTo(BuildTimes times) {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return times;
        }
        String[] sides = line.split("=", 2);
        if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
            throw malformed("'" + line + "' is no assignment");
        }
        String key = sides[0].strip();
        String value = sides[1].strip();
        if (!TIME.matcher(value).matches()) {
            return times.with(key, timeline(value));
        }
        return key.equals("*") ? times.withOthers(time(value)) : times.with(key, time(value));
    }

    private BuildTimeline timeline(String value) {
        List<Step> steps = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            List<String> words = List.of(part.strip().split("\\s+"));
            if (words.size() < 2) {
                throw malformed("'" + part.strip() + "' is no step");
            }
            steps.add(new Step(
                    time(words.get(0)),
                    choice(State.class, words.get(1)),
                    words.stream()
                            .skip(2)
                            .map(word -> choice(NodeState.class, word))
                            .toList()));
        }
        try {
            return new BuildTimeline(steps);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    private Duration time(String word) {
        Matcher time = TIME.matcher(word);
        if (!time.matches()) {
            throw malformed("'" + word + "' is no time such as 90s");
        }
        return Duration.of(Long.parseLong(time.group(1)), UNITS.get(time.group(2)));
    }

    private <E extends Enum<E>> E choice(Class<E> choices, String word) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> malformed("'" + word + "' is none of " + Arrays.toString(choices.getEnumConstants())));
    }

    private IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException(
                place + ": " + what + ". Write 'type/plan = 3m' or 'type/plan = 1m STATE node node, 3m RUNNING node'.");
    }
}
