package io.github.aivenjunit.client;

import java.net.URI;

/** Where the API is. */
final class Endpoint {

    private Endpoint() {}

    /** The address without a slash at its end, refused where paths could not be added to it. */
    static URI checked(URI endpoint) {
        boolean http = "https".equalsIgnoreCase(endpoint.getScheme()) || "http".equalsIgnoreCase(endpoint.getScheme());
        if (!http || endpoint.getHost() == null || endpoint.getRawUserInfo() != null) {
            // Not quoted: user information in it can be a secret.
            throw new IllegalArgumentException(
                    "The endpoint is no address of a server. Write it like https://api.aiven.io.");
        }
        if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The endpoint " + endpoint + " has a query or a fragment. Write it like https://api.aiven.io.");
        }
        String text = endpoint.toString();
        String bare = text.replaceAll("/+$", "");
        if (bare.endsWith("/v1")) {
            throw new IllegalArgumentException(
                    "The endpoint " + endpoint + " ends with /v1, which the client adds itself. Write "
                            + bare.substring(0, bare.length() - "/v1".length()) + " instead.");
        }
        return URI.create(bare);
    }
}
