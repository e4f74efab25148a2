package io.github.aivenjunit.emulator.internal.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one organization, its root account, its one user and its billing groups. The billing groups are guarded by the
 * platform's lock.
 */
public final class Account {

    public static final String EMAIL = "emulator@example.com";
    public static final String NAME = "Emulated organization";

    private final Identifiers identifiers;
    private final String organizationId;
    private final String accountId;
    private final String userId;
    private final Instant createTime;
    private final Map<String, BillingGroup> billingGroups = new LinkedHashMap<>();
    private final Permissions permissions = new Permissions();

    Account(Identifiers identifiers, Instant createTime) {
        this.identifiers = identifiers;
        this.createTime = createTime;
        organizationId = identifiers.organizationId();
        accountId = identifiers.accountId();
        userId = identifiers.userId();
        addBillingGroup("Default billing group", createTime);
    }

    public String organizationId() {
        return organizationId;
    }

    public String accountId() {
        return accountId;
    }

    public String userId() {
        return userId;
    }

    public Instant createTime() {
        return createTime;
    }

    /** The oldest first. */
    public List<BillingGroup> billingGroups() {
        return List.copyOf(billingGroups.values());
    }

    public Optional<BillingGroup> billingGroup(String id) {
        return Optional.ofNullable(billingGroups.get(id));
    }

    /** The one that pays for what names no other; it stays. */
    public BillingGroup primaryBillingGroup() {
        return billingGroups.values().iterator().next();
    }

    BillingGroup addBillingGroup(String name, Instant now) {
        BillingGroup group = new BillingGroup(identifiers.uuid(), name, now);
        billingGroups.put(group.id(), group);
        return group;
    }

    void removeBillingGroup(BillingGroup group) {
        billingGroups.remove(group.id());
    }

    /** On the organization and its units. */
    public Permissions permissions() {
        return permissions;
    }

    /** Who pays for projects. */
    public record BillingGroup(String id, String name, Instant createTime) {}
}
