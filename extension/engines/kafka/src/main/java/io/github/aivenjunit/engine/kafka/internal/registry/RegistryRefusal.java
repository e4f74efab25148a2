package io.github.aivenjunit.engine.kafka.internal.registry;

/** An answer of the registry that says no. Carries no stack trace: it is part of the normal course. */
final class RegistryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private RegistryRefusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RegistryRefusal malformed(String message) {
        return new RegistryRefusal(400, 400, message);
    }

    static RegistryRefusal unauthorized() {
        return new RegistryRefusal(401, 401, "Unauthorized");
    }

    static RegistryRefusal forbidden() {
        return new RegistryRefusal(403, 403, "Forbidden");
    }

    static RegistryRefusal noSuchResource() {
        return new RegistryRefusal(404, 404, "HTTP 404 Not Found");
    }

    static RegistryRefusal wrongMethod() {
        return new RegistryRefusal(405, 405, "HTTP 405 Method Not Allowed");
    }

    static RegistryRefusal incompatible(String message) {
        return new RegistryRefusal(409, 409, message);
    }

    /** With one of the codes that begin with 404. */
    static RegistryRefusal notFound(int code, String message) {
        return new RegistryRefusal(404, code, message);
    }

    /** With one of the codes that begin with 422, or 44302. */
    static RegistryRefusal unprocessable(int code, String message) {
        return new RegistryRefusal(422, code, message);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    /** The reason; never null, unlike {@link #getMessage()} in general. */
    String text() {
        return String.valueOf(getMessage());
    }
}
