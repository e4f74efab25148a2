package io.github.aivenjunit.emulator.internal.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    private final List<BillingGroup> billingGroups = new ArrayList<>();

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
        return List.copyOf(billingGroups);
    }

    BillingGroup addBillingGroup(String name, Instant now) {
        BillingGroup group = new BillingGroup(identifiers.uuid(), name, now);
        billingGroups.add(group);
        return group;
    }

    /** Who pays for projects. */
    public record BillingGroup(String id, String name, Instant createTime) {}
}
