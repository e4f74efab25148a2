package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.SearchAccess;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.util.List;

/** Access rules and the security plugin of an OpenSearch service. Told back, not enforced. */
final class SearchAccessRoutes {

    private static final String CONFIG = "opensearch_acl_config";
    private static final int MOST = 256;
    private static final int NAME_LENGTH = 64;
    private static final int INDEX_LENGTH = 249;
    private static final int PASSWORD_LENGTH = 256;
    private static final int SHORTEST_PASSWORD = 8;
    private static final List<String> PERMISSIONS = List.of("admin", "deny", "read", "readwrite", "write");

    private final Platform platform;

    SearchAccessRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String search = "/project/{project}/service/{service_name}/opensearch";
        routes.add("GET", search + "/acl", "ServiceOpenSearchAclGet", call -> rules(access(call)));
        routes.add("POST", search + "/acl", "ServiceOpenSearchAclSet", call -> change(call, true));
        routes.add("PUT", search + "/acl", "ServiceOpenSearchAclUpdate", call -> change(call, false));
        routes.add("GET", search + "/security", "ServiceOpenSearchSecurityGet", call -> security(access(call)));
        routes.add("POST", search + "/security/admin", "ServiceOpenSearchSecuritySet", this::setAdmin);
        routes.add("PUT", search + "/security/admin", "ServiceOpenSearchSecurityReset", this::resetAdmin);
    }

    static Service service(Call call, Platform platform) {
        Service service = platform.project(call.project()).service(call.service());
        if (!service.type().code().equals("opensearch")) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' is not OpenSearch");
        }
        return service;
    }

    /** A whole configuration, or a change to one. */
    private Reply change(Call call, boolean whole) {
        SearchAccess access = access(call);
        Input config = call.input()
                .object(CONFIG)
                .map(Input::new)
                .orElseThrow(() -> Refusal.invalidInput("'" + CONFIG + "' is a required property"));
        for (String name : whole ? List.of("acls", "enabled") : List.<String>of()) {
            if (!config.hasValue(name)) {
                throw Refusal.invalidInput("'" + name + "' is a required property");
            }
        }
        ArrayNode users = users(config);
        config.flag("enabled").ifPresent(access::enabled);
        if (config.hasValue("acls")) {
            access.rules(users);
        }
        return rules(access);
    }

    private static ArrayNode users(Input config) {
        ArrayNode users = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : config.array("acls", MOST)) {
            Input user = Input.asInput(element);
            ObjectNode json = users.addObject().put("username", user.requiredFilledText("username", NAME_LENGTH));
            if (!user.hasValue("rules")) {
                throw Refusal.invalidInput("'rules' is a required property");
            }
            ArrayNode rules = json.putArray("rules");
            for (JsonNode rule : user.array("rules", MOST)) {
                Input sent = Input.asInput(rule);
                String index = sent.requiredFilledText("index", INDEX_LENGTH);
                sent.requiredText("permission", NAME_LENGTH);
                String permission = sent.oneOf("permission", PERMISSIONS).orElseThrow();
                rules.addObject().put("index", index).put("permission", permission);
            }
        }
        return users;
    }

    private Reply setAdmin(Call call) {
        SearchAccess access = access(call);
        access.enableSecurityAdmin(password(call.input(), "admin_password"));
        return security(access);
    }

    private Reply resetAdmin(Call call) {
        SearchAccess access = access(call);
        String current = call.input().requiredText("admin_password", PASSWORD_LENGTH);
        access.changeSecurityPassword(current, password(call.input(), "new_password"));
        return security(access);
    }

    private static String password(Input input, String name) {
        String password = input.requiredText(name, PASSWORD_LENGTH);
        if (password.length() < SHORTEST_PASSWORD) {
            throw Refusal.invalidInput(name + " is too short");
        }
        return password;
    }

    private static Reply rules(SearchAccess access) {
        ObjectNode answer = Reply.object();
        ObjectNode config = answer.putObject(CONFIG).put("enabled", access.isEnabled());
        config.set("acls", access.rules());
        return Reply.ok(answer);
    }

    private static Reply security(SearchAccess access) {
        return Reply.ok(Reply.object()
                .put("security_plugin_admin_enabled", access.hasSecurityAdmin())
                .put("security_plugin_available", true)
                .put("security_plugin_enabled", access.hasSecurityAdmin()));
    }

    private SearchAccess access(Call call) {
        return service(call, platform).searchAccess();
    }
}
