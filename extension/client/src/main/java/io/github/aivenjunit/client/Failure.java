package io.github.aivenjunit.client;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a failed request.
 *
 * @param what "failed with 409 project_already_exists: Project already exists" and the like, without the full stop
 * @param advice what to do about it, as one sentence
 */
record Failure(
        String method,
        String path,
        int status,
        @Nullable String errorCode,
        String apiMessage,
        String what,
        String advice,
        @Nullable Throwable cause) {

    static Failure withoutAnswer(ApiRequest request, String what, String advice, @Nullable Throwable cause) {
        return new Failure(request.method(), request.path(), 0, null, "", what, advice, cause);
    }

    String sentence() {
        String description = method + " " + path + " " + what;
        return description + (description.endsWith(".") || description.endsWith("!") ? " " : ". ") + advice;
    }
}
