package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.lease.internal.Lease;

/** Notes on the lease whether the API has answered a create. Until then nobody can tell that nothing was created. */
final class CreateCall {

    private static final int REQUEST_TIMEOUT = 408;

    private CreateCall() {}

    /** Sends the create of a project or a service under its lease. */
    static void send(Lease lease, String name, Runnable create) {
        try {
            create.run();
            lease.answered(name);
        } catch (AivenApiException e) {
            if (refused(e)) {
                lease.answered(name);
            }
            throw e;
        }
    }

    /** A conflict may be with our own create, whose answer was lost; a 429 may follow one. */
    private static boolean refused(AivenApiException failure) {
        return failure instanceof AivenApiException.Forbidden
                || failure instanceof AivenApiException.Unauthenticated
                || failure instanceof AivenApiException.NotFound
                || (failure instanceof AivenApiException.InvalidRequest && failure.status() != REQUEST_TIMEOUT);
    }
}
