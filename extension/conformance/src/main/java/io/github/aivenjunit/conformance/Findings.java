package io.github.aivenjunit.conformance;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen so far. Thread-safe. */
final class Findings {

    private static final int LONGEST_EXAMPLE = 300;

    private final Contradictions contradictions;
    private final Map<Violation, Example> violations = new TreeMap<>();
    private final Set<String> operations = new TreeSet<>();
    private long requests;
    private long answers;
    private long repeats;
    private long expected;

    private record Example(String text, int count) {}

    Findings(Contradictions contradictions) {
        this.contradictions = contradictions;
    }

    synchronized void add(Violation violation, String example) {
        if (contradictions.cover(violation)) {
            expected++;
        } else {
            String text = example.length() > LONGEST_EXAMPLE ? example.substring(0, LONGEST_EXAMPLE) + "..." : example;
            violations.merge(
                    violation, new Example(text, 1), (first, next) -> new Example(first.text, first.count + 1));
        }
    }

    synchronized void checkedRequest() {
        requests++;
    }

    synchronized void checkedAnswer(String operation) {
        answers++;
        operations.add(operation);
    }

    synchronized void repeated() {
        repeats++;
    }

    synchronized boolean isEmpty() {
        return violations.isEmpty();
    }

    /** What was checked, and every violation with the first example of it. */
    synchronized String report(int documented) {
        StringBuilder report = new StringBuilder();
        report.append(operations.size()).append(" of ").append(documented).append(" operations answered, ");
        report.append(requests).append(" requests and ").append(answers).append(" answers checked, ");
        report.append(repeats).append(" exact repeats, ");
        report.append(expected).append(" known contradictions, ");
        report.append(violations.size()).append(" violations");
        violations.forEach((violation, example) -> report.append("\n  ")
                .append(violation)
                .append(" (")
                .append(example.count)
                .append(" times): ")
                .append(example.text));
        return report.toString();
    }
}
