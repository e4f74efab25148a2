package io.github.aivenjunit.emulator.internal.catalogue;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service type.
 *
 * @param code the API's name of it, for example {@code pg}
 * @param admin the first user of every service
 * @param database the first database, empty for types without
 * @param managesUsers whether the API creates users
 * @param managesDatabases whether the API creates databases
 * @param backsUpFirst whether a backup exists before a service is RUNNING
 * @param hasNodeRoles whether one node leads and the others follow
 * @param components what listens
 * @param plans by name, in the order of the catalogue
 */
public record TypeOffer(
        String code,
        String description,
        List<String> versions,
        String defaultVersion,
        String admin,
        Optional<String> database,
        boolean managesUsers,
        boolean managesDatabases,
        boolean backsUpFirst,
        boolean hasNodeRoles,
        List<String> components,
        Map<String, PlanOffer> plans,
        Schema userConfig) {

    /** The plan, if it exists and is offered in this cloud. */
    public PlanOffer plan(String name, CloudOffer cloud) {
        PlanOffer plan = plan(name);
        if (!plan.offeredIn(cloud)) {
            throw invalidPlan(name);
        }
        return plan;
    }

    public PlanOffer plan(String name) {
        PlanOffer plan = plans.get(name);
        if (plan == null) {
            throw invalidPlan(name);
        }
        return plan;
    }

    /** The key of {@code user_config} that holds the version. */
    public String versionKey() {
        return code + "_version";
    }

    private Refusal invalidPlan(String name) {
        return Refusal.of(400, "Invalid plan '" + name + "' for service type '" + code + "'");
    }
}
