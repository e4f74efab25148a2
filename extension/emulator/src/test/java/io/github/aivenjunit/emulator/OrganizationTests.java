package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    private String organization() {
        return "/organization/" + emulator.emulator().organization();
    }

    private String billingGroup() {
        return emulator.get(organization() + "/billing-groups")
                .at("/billing_groups/0/billing_group_id")
                .asText();
    }

    private TestEmulator.Answer create(String name) {
        return emulator.post(
                organization() + "/projects",
                "{'project_id':'" + name + "','billing_group_id':'" + billingGroup() + "','tags':{'a':'b'}}");
    }

    @Test
    void theOrganizationIsListedAndLeadsToItsAccount() {
        JsonNode organization = emulator.get("/organizations").at("/organizations/0");

        assertThat(organization.path("organization_id").asText())
                .isEqualTo(emulator.emulator().organization())
                .startsWith("org");
        assertThat(emulator.get(organization()).json()).isEqualTo(organization);
        String account = organization.path("account_id").asText();
        assertThat(emulator.get("/account").at("/accounts/0/account_id").asText())
                .isEqualTo(account);
        assertThat(emulator.get("/account/" + account)
                        .at("/account/organization_id")
                        .asText())
                .isEqualTo(emulator.emulator().organization());
        assertThat(emulator.get("/organization/org1").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Organization not found\",\"status\":404,"
                        + "\"error_code\":\"organization_not_found\"}],\"message\":\"Organization not found\"}");
        assertThat(emulator.get("/account/a1").message()).isEqualTo("404 Account not found");
    }

    @Test
    void billingGroupsAreReadInEverySpelling() {
        String id = billingGroup();

        assertThat(emulator.get(organization() + "/billing-group").json())
                .isEqualTo(emulator.get(organization() + "/billing-groups").json());
        assertThat(emulator.get(organization() + "/billing-group/" + id)
                        .at("/billing_group_name")
                        .asText())
                .isEqualTo("Default billing group");
        assertThat(emulator.get("/billing-group/" + id)
                        .at("/billing_group/billing_group_id")
                        .asText())
                .isEqualTo(id);
        assertThat(emulator.get("/billing-group/none").message()).isEqualTo("404 Billing group not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/project/", "/projects/"})
    void aProjectLivesUnderBothSpellings(String spelling) {
        TestEmulator.Answer created = create("orders");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.at("/project_id").asText()).isEqualTo("orders");
        assertThat(created.at("/tags/a").asText()).isEqualTo("b");
        String path = organization() + spelling + "orders";
        assertThat(emulator.get(path).json()).isEqualTo(created.json());
        assertThat(emulator.get(organization() + "/projects")
                        .at("/total_project_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(emulator.emulator().projects()).singleElement().satisfies(project -> {
            assertThat(project.organization()).isTrue();
            assertThat(project.tags()).containsEntry("a", "b");
        });
        assertThat(emulator.patch(path, "{'tags':{'c':'d'},'base_port':12000}")
                        .at("/tags")
                        .toString())
                .isEqualTo("{\"c\":\"d\"}");
        assertThat(emulator.get("/project/orders").at("/project/tags/c").asText())
                .isEqualTo("d");

        TestEmulator.Answer deleted = emulator.delete(path);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(emulator.get(path).text())
                .isEqualTo("{\"errors\":[{\"message\":\"Project not found\",\"status\":404,"
                        + "\"error_code\":\"project_not_found\"}],\"message\":\"Project not found\"}");
    }

    @Test
    void creationNeedsNameBillingGroupAndTags() {
        String path = organization() + "/projects";

        assertThat(emulator.post(path, "{}").message())
                .isEqualTo("400 Invalid input: 'project_id' is a required property");
        assertThat(emulator.post(path, "{'project_id':'ab'}").message())
                .isEqualTo("400 Invalid input: 'billing_group_id' is a required property");
        assertThat(emulator.post(path, "{'project_id':'ab','billing_group_id':'" + billingGroup() + "'}")
                        .message())
                .isEqualTo("400 Invalid input: 'tags' is a required property");
        assertThat(emulator.post(path, "{'project_id':'ab','billing_group_id':'x','tags':{}}")
                        .message())
                .isEqualTo("404 Billing group not found");
        String withParent = "{'project_id':'ab','billing_group_id':'" + billingGroup() + "','tags':{},'parent_id':'";
        assertThat(emulator.post(path, withParent + emulator.emulator().organization() + "'}")
                        .message())
                .isEqualTo("404 Parent account not found");
        String account = emulator.get(organization()).at("/account_id").asText();
        assertThat(emulator.post(path, withParent + account + "'}")
                        .at("/parent_id")
                        .asText())
                .isEqualTo(account);
        assertThat(create("ab").message()).isEqualTo("409 Project already exists");
    }
}
