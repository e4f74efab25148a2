package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.lease.internal.Ownership;
import java.util.Optional;

/** Refuses what somebody has protected, or has something protected in it. */
final class Unprotected implements SweepCheck {

    @Override
    public Optional<String> refusal(Candidate candidate) {
        if (candidate.projectTags().containsKey(Ownership.PROTECTED_TAG)) {
            return Optional.of("the project is protected by its tag " + Ownership.PROTECTED_TAG);
        }
        return candidate.services().stream()
                .filter(service -> service.tags().containsKey(Ownership.PROTECTED_TAG))
                .findFirst()
                .map(Service::serviceName)
                .map(name -> "service '" + name + "' is protected by its tag " + Ownership.PROTECTED_TAG);
    }
}
