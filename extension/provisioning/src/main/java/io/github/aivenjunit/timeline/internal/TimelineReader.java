package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.readiness.Rung;
import io.github.aivenjunit.timeline.TestOutcome;
import io.github.aivenjunit.timeline.internal.Requests.Count;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link TimelineJson} wrote in another fork. */
final class TimelineReader {

    private TimelineReader() {}

    /**
     * The timeline in a text.
     *
     * @throws IOException if it is none, or one of another version
     */
    static Timeline read(String text) throws IOException {
        try {
            JsonTree json = JsonTree.parse(text);
            if (json.number("format").intValueExact() != TimelineJson.FORMAT) {
                throw new IOException("It is a timeline of another version.");
            }
            return new Timeline(
                    json.text("run"),
                    json.number("forks").intValueExact(),
                    Instant.parse(json.text("origin")),
                    millis(json.number("length")),
                    json.items("platforms").stream()
                            .map(TimelineReader::platform)
                            .toList(),
                    json.items("classes").stream().map(TimelineReader::lane).toList(),
                    requests(json.object("requests")));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            throw new IOException("It is no timeline: " + e.getMessage(), e);
        }
    }

    private static PlatformSpan platform(JsonTree json) {
        return new PlatformSpan(
                json.number("id").intValueExact(),
                json.text("label"),
                json.text("project"),
                json.flag("emulated"),
                millis(json.number("begun")),
                moment(json, "created"),
                moment(json, "usable"),
                moment(json, "failed"),
                moment(json, "deleting"),
                moment(json, "ended"),
                Fate.valueOf(upper(json.text("fate"))),
                json.items("services").stream().map(TimelineReader::service).toList());
    }

    private static ServiceSpan service(JsonTree json) {
        Map<Rung, Span> rungs = new EnumMap<>(Rung.class);
        JsonTree climbed = json.object("rungs");
        for (String rung : climbed.names()) {
            List<BigDecimal> span = climbed.numbers(rung);
            rungs.put(Rung.valueOf(upper(rung)), new Span(millis(span.get(0)), millis(span.get(1))));
        }
        return new ServiceSpan(
                json.text("name"),
                json.text("type"),
                json.text("plan"),
                json.optionalNumber("hourlyPrice"),
                millis(json.number("sent")),
                moment(json, "created"),
                moment(json, "usable"),
                rungs);
    }

    private static ClassSpan lane(JsonTree json) {
        Map<TestOutcome, Integer> tests = new EnumMap<>(TestOutcome.class);
        JsonTree counted = json.object("tests");
        for (String outcome : counted.names()) {
            tests.put(
                    TestOutcome.valueOf(upper(outcome)), counted.number(outcome).intValueExact());
        }
        return new ClassSpan(
                json.text("name"),
                json.optionalNumber("platform").map(BigDecimal::intValueExact),
                millis(json.number("asked")),
                moment(json, "usable"),
                moment(json, "tested"),
                moment(json, "finished"),
                tests);
    }

    private static Requests requests(JsonTree json) {
        SortedMap<Integer, Count> counts = new TreeMap<>();
        for (List<BigDecimal> row : json.rows("counts")) {
            int[] cells = row.stream().mapToInt(BigDecimal::intValueExact).toArray();
            counts.put(cells[0], new Count(cells[1], cells[2], cells[3], cells[4], cells[5]));
        }
        return new Requests(json.number("seconds").intValueExact(), counts);
    }

    private static Optional<Duration> moment(JsonTree json, String name) {
        return json.optionalNumber(name).map(TimelineReader::millis);
    }

    private static Duration millis(BigDecimal number) {
        return Duration.ofMillis(number.longValueExact());
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
