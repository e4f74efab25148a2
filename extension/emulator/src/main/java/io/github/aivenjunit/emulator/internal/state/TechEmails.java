package io.github.aivenjunit.emulator.internal.state;

import java.util.List;
import java.util.Locale;

/** Technical contacts as the API gives them back: sorted, without duplicates, the domain in lower case. */
final class TechEmails {

    private TechEmails() {}

    static List<String> normalize(List<String> addresses) {
        return addresses.stream()
                .map(TechEmails::lowerCaseDomain)
                .sorted()
                .distinct()
                .toList();
    }

    private static String lowerCaseDomain(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + address.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
