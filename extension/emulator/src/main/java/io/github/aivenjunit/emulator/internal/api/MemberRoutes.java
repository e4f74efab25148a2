package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Members;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.util.List;
import java.util.regex.Pattern;

/** The members of a project and those who are invited. No mail is sent, so nobody ever joins. */
final class MemberRoutes {

    private static final int EMAIL_LENGTH = 319;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final String ADMIN = "admin";

    /** The project's roles; the permissions of organizations are no roles of a project. */
    private static final List<String> ROLES = List.of(
            ADMIN,
            "developer",
            "operator",
            "project:audit_logs:read",
            "project:integrations:read",
            "project:integrations:write",
            "project:networking:read",
            "project:networking:write",
            "project:permissions:read",
            "project:services:read",
            "project:services:write",
            "read_only",
            "service:configuration:write",
            "service:data:write",
            "service:logs:read",
            "service:secrets:read",
            "service:users:write");

    private final Platform platform;

    MemberRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String project = "/project/{project}";
        routes.add("POST", project + "/invite", "ProjectInvite", this::invite);
        routes.add("DELETE", project + "/invite/{invited_email}", "ProjectInviteDelete", this::withdraw);
        routes.add("PUT", project + "/user/{user_email}", "ProjectUserUpdate", this::update);
        routes.add("DELETE", project + "/user/{user_email}", "ProjectUserRemove", this::remove);
    }

    private Reply invite(Call call) {
        Members members = members(call);
        Input input = call.input();
        String email = input.requiredText("user_email", EMAIL_LENGTH);
        input.text("user_email", EMAIL_LENGTH, EMAIL);
        members.invite(email, input.oneOf("member_type", ROLES).orElse("developer"));
        return Reply.message("invited");
    }

    private Reply withdraw(Call call) {
        members(call).withdraw(call.path("invited_email"));
        return Reply.message("deleted");
    }

    /** The one member is the last administrator, so only its own role can be told again. */
    private Reply update(Call call) {
        Members members = members(call);
        call.input().requiredText("member_type", EMAIL_LENGTH);
        String role = call.input().oneOf("member_type", ROLES).orElseThrow();
        members.requireMember(call.path("user_email"));
        if (!role.equals(ADMIN)) {
            throw lastAdmin();
        }
        return Reply.message("updated");
    }

    private Reply remove(Call call) {
        members(call).requireMember(call.path("user_email"));
        throw lastAdmin();
    }

    private Members members(Call call) {
        return platform.project(call.project()).members();
    }

    private static Refusal lastAdmin() {
        return Refusal.of(403, "The last admin of a project cannot be removed");
    }
}
