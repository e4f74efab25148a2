package io.github.aivenjunit.provision.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody probably meant. */
final class NearMatches {

    private static final int SHOWN = 3;

    private NearMatches() {}

    /** The most similar candidates as a phrase such as {@code 'a', 'b' or 'c'}. */
    static String of(String wrong, Collection<String> candidates) {
        List<String> nearest = candidates.stream()
                .sorted(Comparator.<String>comparingInt(candidate -> distance(wrong, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .map(candidate -> "'" + candidate + "'")
                .toList();
        if (nearest.size() < 2) {
            return String.join("", nearest);
        }
        return nearest.stream().limit(nearest.size() - 1L).collect(Collectors.joining(", ")) + " or "
                + nearest.get(nearest.size() - 1);
    }

    /** Levenshtein: single characters inserted, removed or replaced. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
