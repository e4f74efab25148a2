package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearMatchesTests {

    @Test
    void theThreeNearestAreNamedNearestFirst() {
        assertThat(NearMatches.of("startup4", Set.of("business-4", "startup-4", "startup-8", "hobbyist", "startup-16")))
                .isEqualTo("'startup-4', 'startup-8' or 'startup-16'");
    }

    @Test
    void amongEquallyNearTheAlphabetDecides() {
        assertThat(NearMatches.of("x", List.of("d", "b", "c", "a"))).isEqualTo("'a', 'b' or 'c'");
    }

    @Test
    void insertedRemovedAndReplacedCharactersCountTheSame() {
        assertThat(NearMatches.of("abc", List.of("ab", "axc", "abcd", "abc"))).isEqualTo("'abc', 'ab' or 'abcd'");
        assertThat(NearMatches.of("", List.of("abc", "ab"))).isEqualTo("'ab' or 'abc'");
        assertThat(NearMatches.of("xxab", List.of("ab", "xxac"))).isEqualTo("'xxac' or 'ab'");
    }

    @Test
    void aSingleCandidateStandsAlone() {
        assertThat(NearMatches.of("postgres", List.of("pg"))).isEqualTo("'pg'");
        assertThat(NearMatches.of("postgres", List.of())).isEmpty();
    }
}
