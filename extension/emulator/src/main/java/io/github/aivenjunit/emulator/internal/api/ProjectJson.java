package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.state.Account;
import io.github.aivenjunit.emulator.internal.state.Event;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Projects as the classic and the organization's endpoints show them. */
final class ProjectJson {

    private final Platform platform;

    ProjectJson(Platform platform) {
        this.platform = platform;
    }

    ObjectNode classic(Project project) {
        Account account = platform.account();
        ObjectNode json = Reply.object()
                .put("account_id", account.accountId())
                .put("account_name", Account.NAME)
                .put("available_credits", dollars(platform.unusedCredits(project)))
                .put("billing_address", "")
                .put("billing_currency", "USD")
                .putNull("billing_extra_text")
                .put("billing_group_id", project.billingGroupId())
                .put(
                        "billing_group_name",
                        platform.billingGroup(project.billingGroupId()).name())
                .putNull("card_info")
                .put("city", "")
                .put("company", "")
                .put("country", "")
                .put("country_code", "")
                .put("default_cloud", project.cloud())
                .put("estimated_balance", dollars(project.cost(platform.now())))
                .put("estimated_balance_local", dollars(project.cost(platform.now())))
                .put("organization_id", account.organizationId())
                .put("payment_method", "no_payment_expected")
                .put("project_name", project.name())
                .put("state", "")
                .put("tenant_id", "aiven")
                .putNull("trial_expiration_time")
                .put("vat_id", "")
                .put("zip_code", "");
        json.putArray("address_lines");
        json.putArray("billing_emails");
        json.putObject("end_of_life_extension");
        json.putObject("features");
        json.set("tags", tags(project.tags()));
        json.set("tech_emails", emails(project.techEmails()));
        return json;
    }

    private static String dollars(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    ObjectNode ofOrganization(Project project) {
        ObjectNode json = listedByOrganization(project)
                .put("organization_id", platform.account().organizationId());
        json.putObject("features");
        return json;
    }

    /** Without the two fields that only single answers have. */
    ObjectNode listedByOrganization(Project project) {
        ObjectNode json = Reply.object()
                .put("account_id", platform.account().accountId())
                .put("billing_group_id", project.billingGroupId())
                .put("parent_id", project.parentId())
                .put("project_id", project.name());
        project.basePort().ifPresent(port -> json.put("base_port", port));
        json.putObject("end_of_life_extension");
        json.set("tags", tags(project.tags()));
        json.set("tech_emails", emails(project.techEmails()));
        return json;
    }

    static ObjectNode event(Event event) {
        ObjectNode json = Reply.object()
                .put("actor", Account.EMAIL)
                .put("event_desc", event.description())
                .put("event_type", event.type())
                .put("id", event.id())
                .put("time", ApiTime.seconds(event.time()));
        event.service().ifPresentOrElse(name -> json.put("service_name", name), () -> json.putNull("service_name"));
        return json;
    }

    static ObjectNode tags(Map<String, String> tags) {
        ObjectNode json = Reply.object();
        tags.forEach(json::put);
        return json;
    }

    static ArrayNode emails(List<String> addresses) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        addresses.forEach(address -> json.addObject().put("email", address));
        return json;
    }
}
