package io.github.aivenjunit.client;

import java.util.Map;
import java.util.Optional;

/**
 * One request to the API.
 *
 * @param query without the question mark; can be empty
 * @param body never shown: it can hold passwords
 * @param anonymous whether it goes out without the token
 */
record ApiRequest(String method, ApiPath address, String query, Optional<Map<String, Object>> body, boolean anonymous) {

    static ApiRequest get(ApiPath address) {
        return new ApiRequest("GET", address, "", Optional.empty(), false);
    }

    static ApiRequest delete(ApiPath address) {
        return new ApiRequest("DELETE", address, "", Optional.empty(), false);
    }

    static ApiRequest post(ApiPath address, Map<String, Object> body) {
        return new ApiRequest("POST", address, "", Optional.of(body), false);
    }

    static ApiRequest put(ApiPath address, Map<String, Object> body) {
        return new ApiRequest("PUT", address, "", Optional.of(body), false);
    }

    static ApiRequest patch(ApiPath address, Map<String, Object> body) {
        return new ApiRequest("PATCH", address, "", Optional.of(body), false);
    }

    ApiRequest query(String value) {
        return new ApiRequest(method, address, value, body, anonymous);
    }

    /** Asks for values that the API otherwise redacts (Aiven API: from 1 March 2027). */
    ApiRequest includingSecrets() {
        return query("include_secrets=true");
    }

    ApiRequest withoutToken() {
        return new ApiRequest(method, address, query, body, true);
    }

    String path() {
        return address.encoded();
    }

    String target() {
        return query.isEmpty() ? path() : path() + "?" + query;
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
