package io.github.aivenjunit.deletion.internal;

import java.util.Locale;

/**
 * Aiven keeps a project that still owes or owns money. Aiven API: 403 "Project with open balance cannot be deleted" and
 * 403 "Project with unused credits cannot be deleted"; there is no error code to test.
 */
final class OpenBalance {

    private OpenBalance() {}

    static boolean explains(DeletionApiException.Refused refusal) {
        String text = refusal.apiMessage().toLowerCase(Locale.ROOT);
        return refusal.forbidden() && (text.contains("open balance") || text.contains("unused credits"));
    }
}
