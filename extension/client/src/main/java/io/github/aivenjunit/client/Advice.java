package io.github.aivenjunit.client;

import java.util.Locale;

/** What to do about an answer that is an error: one sentence each. The API's texts only refine it. */
final class Advice {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;

    private Advice() {}

    static String unauthenticated() {
        return "Check that the API token is complete, and that it has neither expired nor been revoked.";
    }

    static String forbidden(String apiMessage) {
        String text = apiMessage.toLowerCase(Locale.ROOT);
        if (text.contains("not a project member")) {
            return "Check the name of the project, and that the token's user is a member of it.";
        }
        if (text.contains("open balance") || text.contains("unused credits")) {
            return "A project without services costs nothing further: delete it again once the account is settled.";
        }
        if (text.contains("termination protection")) {
            return "Update the service with terminationProtection(false) before.";
        }
        if (text.contains("plan does not include")) {
            return "Use a plan that includes it.";
        }
        if (text.contains("does not exist")) {
            return "Check the name; what was just created can take a moment to be known.";
        }
        return "Give the token's user a role that allows this, or use another token.";
    }

    static String notFound(boolean byApi) {
        return byApi
                ? "Check the names in the path."
                : "This is no answer of the Aiven API: check the endpoint, and any proxy in between.";
    }

    static String conflict() {
        return "Use another name, or change what exists instead.";
    }

    static String conflict(String apiMessage) {
        return apiMessage.contains("cannot set replication factor")
                ? "Use a smaller replication factor, or wait until all brokers of a new service have joined."
                : conflict();
    }

    static String invalid(int status) {
        return switch (status) {
            case REQUEST_TIMEOUT -> "Try again later.";
            case GONE -> "The endpoint is retired: use a newer version of this library.";
            default -> "Correct the request.";
        };
    }

    static String notReady() {
        return "Ask again until it is there: a new topic takes up to a minute.";
    }

    static String serverError() {
        return "Try again later, and see https://status.aiven.io when it stays.";
    }
}
