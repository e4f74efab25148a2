package io.github.aivenjunit.lease.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnershipTests {

    private static final Instant EXPIRES = Instant.parse("2026-11-21T14:00:00.123456789Z");

    @Test
    void theTagsSayRunOwnerAndExpiryToTheSecond() {
        assertThat(new Ownership("run-7", "jane", EXPIRES).tags(Map.of()))
                .isEqualTo(Map.of(
                        "aiven-junit-run", "run-7",
                        "aiven-junit-owner", "jane",
                        "aiven-junit-expires", "2026-11-21T14:00:00Z"));
    }

    @Test
    void declaredTagsStandBesideOursAndNeverReplaceThem() {
        Map<String, String> declared = Map.of("team", "shop", "aiven-junit-run", "mine");

        assertThat(new Ownership("run-7", "jane", EXPIRES).tags(declared))
                .containsEntry("team", "shop")
                .containsEntry("aiven-junit-run", "run-7")
                .hasSize(4);
    }

    @Test
    void valuesAreCutWhereAivenEndsThem() {
        Ownership ownership = new Ownership("run", "o".repeat(100), EXPIRES);

        assertThat(ownership.tags(Map.of())).containsEntry("aiven-junit-owner", "o".repeat(64));
    }

    @Test
    void longIdsOfRunsThatDifferOnlyAtTheirEndHaveTagsThatDiffer() {
        String job = "jenkins-" + "a-folder-in-a-folder-".repeat(4);
        String one = Ownership.runTag(job + "41");

        assertThat(one).hasSize(64).startsWith("jenkins-a-folder").isNotEqualTo(Ownership.runTag(job + "42"));
        assertThat(new Ownership(job + "41", "jane", EXPIRES).run()).isEqualTo(one);
        assertThat(Ownership.runTag(one)).isEqualTo(one);
    }

    @Test
    void aProjectIsOursOnlyWithPrefixAndTag() {
        Map<String, String> tagged = new Ownership("run-7", "jane", EXPIRES).tags(Map.of());

        assertThat(Ownership.madeProject("aj-shop-7-x", tagged)).isTrue();
        assertThat(Ownership.madeProject("shop", tagged)).isFalse();
        assertThat(Ownership.madeProject("my-aj-shop", tagged)).isFalse();
        assertThat(Ownership.madeProject("aj-shop-7-x", Map.of())).isFalse();
        assertThat(Ownership.madeProject("aj-shop-7-x", Map.of("aiven-junit-owner", "jane")))
                .isFalse();
    }

    @Test
    void aServiceIsOursOnlyWithTheTag() {
        assertThat(Ownership.madeService(new Ownership("run-7", "jane", EXPIRES).tags(Map.of())))
                .isTrue();
        assertThat(Ownership.madeService(Map.of("team", "shop"))).isFalse();
    }
}
