package io.github.aivenjunit.provision.internal;

import java.net.URI;

/** Pages of the Aiven console. */
final class Console {

    private static final String BASE = "https://console.aiven.io/project/";

    private Console() {}

    static URI project(String project) {
        return URI.create(BASE + project + "/services");
    }

    static URI service(String project, String service) {
        return URI.create(project(project) + "/" + service + "/overview");
    }
}
