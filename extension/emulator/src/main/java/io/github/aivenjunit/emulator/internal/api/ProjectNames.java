package io.github.aivenjunit.emulator.internal.api;

import java.util.regex.Pattern;

/** Aiven API: a project's name starts with a letter; letters, digits, dashes and, in the official clients, underscores. */
final class ProjectNames {

    static final Pattern ALLOWED = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");
    static final int LONGEST = 63;

    private ProjectNames() {}
}
