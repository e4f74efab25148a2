package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewProjectsForbiddenTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.mayCreateProjects(false));

    @Test
    void theTokenMayUseProjectsButNotCreateThem() {
        emulator.emulator().createProject("theirs", Map.of());

        assertThat(emulator.post("/project", "{'project':'mine'}").text())
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"You don't have permission to perform this action: ProjectCreate\","
                                + "\"status\":403,\"error_code\":\"permission_denied\"}],"
                                + "\"message\":\"You don't have permission to perform this action: ProjectCreate\"}");
        String path = "/organization/" + emulator.emulator().organization() + "/projects";
        assertThat(emulator.post(path, "{'project_id':'mine','billing_group_id':'x','tags':{}}")
                        .at("/errors/0/error_code")
                        .asText())
                .isEqualTo("user_not_organization_admin");
        emulator.service("theirs", "cache", "valkey", "startup-4");
        assertThat(emulator.emulator().services()).hasSize(1);
    }
}
