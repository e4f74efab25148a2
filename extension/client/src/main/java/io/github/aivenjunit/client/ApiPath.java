package io.github.aivenjunit.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A path below the endpoint, built from fixed parts and encoded names.
 *
 * @param encoded from {@code /v1} on
 * @param project the project below which it lies
 */
record ApiPath(String encoded, Optional<String> project) {

    static ApiPath of(String fixed) {
        return new ApiPath("/v1" + fixed, Optional.empty());
    }

    static ApiPath project(String project) {
        return new ApiPath(of("/project").name("project name", project).encoded(), Optional.of(project));
    }

    static ApiPath organization(String organization) {
        return of("/organization").name("organization id", organization);
    }

    static ApiPath organizationProject(String organization, String project) {
        String encoded = organization(organization)
                .plus("/project")
                .name("project name", project)
                .encoded();
        return new ApiPath(encoded, Optional.of(project));
    }

    static ApiPath service(String project, String service) {
        return project(project).plus("/service").name("service name", service);
    }

    ApiPath plus(String fixed) {
        return new ApiPath(encoded + fixed, project);
    }

    /** Adds one segment, encoded, the slashes in it too. */
    ApiPath name(String what, String value) {
        // A blank name would address the list above it, and dots are folded away by every HTTP library.
        if (value.isBlank() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("The " + what + " '" + value + "' names nothing. Give a real one.");
        }
        return plus("/" + encoded(value));
    }

    /** Percent-encodes everything but letters, digits and {@code - . _ ~}. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
