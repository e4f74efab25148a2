package io.github.aivenjunit.emulator.internal.faults;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody probably meant. */
final class NearMatches {

    private static final int SHOWN = 3;

    private NearMatches() {}

    /** The most similar candidates, for example {@code Html, Stall or Refused}. */
    static String of(String wrong, Collection<String> candidates) {
        String all = candidates.stream()
                .sorted(Comparator.<String>comparingInt(candidate -> edits(wrong, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    /** How many characters have to be inserted, removed or replaced, letters of either case being the same. */
    private static int edits(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int kept = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(kept, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
            }
        }
        return edits[a.length()][b.length()];
    }
}
