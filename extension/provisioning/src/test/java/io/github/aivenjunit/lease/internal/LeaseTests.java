package io.github.aivenjunit.lease.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTests {

    private static final Ownership OWNERSHIP = new Ownership("run-7", "jane", Instant.EPOCH);

    private final LeaseBook book = new LeaseBook(LeaseLog.none());

    @Test
    void aLeaseIsOnAWholeProjectOrOnlyOnServices() {
        Lease project = book.acquireProject("aj-shop", OWNERSHIP);
        Lease services = book.acquireServices("theirs", OWNERSHIP);

        assertThat(project.wholeProject()).isTrue();
        assertThat(project.project()).isEqualTo("aj-shop");
        assertThat(project.ownership()).isEqualTo(OWNERSHIP);
        assertThat(services.wholeProject()).isFalse();
        assertThat(services.project()).isEqualTo("theirs");
    }

    @Test
    void theLeaseKnowsEveryServiceThatItCovers() {
        Lease lease = book.acquireProject("aj-shop", OWNERSHIP);

        lease.cover("pg");
        lease.cover("kafka");
        lease.cover("pg");

        assertThat(lease.services()).containsExactlyInAnyOrder("pg", "kafka");
    }

    @Test
    void nothingIsCoveredOnceTheDeletionHasBegun() {
        Lease lease = book.acquireProject("aj-shop", OWNERSHIP);
        lease.cover("pg");
        lease.beginDeletion();

        assertThatIllegalStateException()
                .isThrownBy(() -> lease.cover("kafka"))
                .withMessage(
                        "Project 'aj-shop' is being deleted, so service 'kafka' is not created. Create services before"
                                + " the end of the test class.");
        assertThat(lease.services()).containsExactly("pg");
    }

    @Test
    void aLeaseIsOpenUntilItIsReleased() {
        Lease first = book.acquireProject("aj-shop", OWNERSHIP);
        Lease second = book.acquireServices("aj-shop", OWNERSHIP);
        assertThat(book.open()).containsExactlyInAnyOrder(first, second);

        first.beginDeletion();
        assertThat(book.open()).containsExactlyInAnyOrder(first, second);

        first.release(LeaseEnding.DELETED);
        first.release(LeaseEnding.DELETED);
        assertThat(book.open()).containsExactly(second);
    }
}
