package io.github.aivenjunit.client;

/** How much a request matters to the governor, most first. */
enum Urgency {

    /** Ends costs: goes always. */
    DELETE,

    /** What a deletion has to know or do before and after its deletes. */
    DELETION,

    /** Creates and changes: somebody waits for what they begin. */
    WRITE,

    /** Reads, most of which are looks at what is being built. */
    READ;

    static Urgency of(ApiRequest request, boolean deleting) {
        return switch (request.method()) {
            case "DELETE" -> DELETE;
            case "GET" -> deleting ? DELETION : READ;
            default -> deleting ? DELETION : WRITE;
        };
    }
}
