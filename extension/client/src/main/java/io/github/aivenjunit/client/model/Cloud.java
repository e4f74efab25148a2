package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * A region of a cloud provider.
 *
 * @param cloudName what requests call it, for example {@code google-europe-west1}
 */
public record Cloud(
        String cloudName,
        String cloudDescription,
        String geoRegion,
        Optional<Double> geoLatitude,
        Optional<Double> geoLongitude,
        Optional<String> provider,
        Optional<String> providerDescription) {

    public Cloud {
        cloudName = Missing.identity(cloudName, "cloud_name");
        cloudDescription = Missing.text(cloudDescription);
        geoRegion = Missing.text(geoRegion);
        geoLatitude = Missing.optional(geoLatitude);
        geoLongitude = Missing.optional(geoLongitude);
        provider = Missing.optional(provider);
        providerDescription = Missing.optional(providerDescription);
    }
}
