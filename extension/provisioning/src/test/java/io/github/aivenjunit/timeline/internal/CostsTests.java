package io.github.aivenjunit.timeline.internal;

import static io.github.aivenjunit.timeline.internal.Sample.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostsTests {

    @Test
    void aShortUseIsChargedAsOneHour() {
        Costs costs = Costs.of(new Sample()
                .platform(0, 40, 1000, service(0, 40, "0.30"))
                .user("A", 0, 0, 40, 940)
                .length(1000)
                .timeline());

        assertThat(costs.hours()).isEqualByComparingTo("1");
        assertThat(costs.unused()).isEqualByComparingTo("0.75");
        assertThat(costs.price().orElseThrow()).isEqualByComparingTo("0.30");
        assertThat(costs.unusedPrice().orElseThrow()).isEqualByComparingTo("0.225");
    }

    @Test
    void aBegunHourIsChargedAsAWholeOne() {
        Costs costs = Costs.of(new Sample()
                .platform(0, 40, 3601, service(0, 40, "0.30"), service(2, 40, "0.10"))
                .user("A", 0, 0, 40, 940)
                .length(4000)
                .timeline());

        assertThat(costs.hours()).isEqualByComparingTo("3");
        assertThat(costs.price().orElseThrow()).isEqualByComparingTo("0.70");
    }

    @Test
    void whatIsLeftIsChargedUntilTheEndOfTheRun() {
        PlatformSpan deleted = new Sample()
                .platform(0, 40, 100, service(0, 40, "0.30"))
                .timeline()
                .platforms()
                .get(0);
        PlatformSpan left = new PlatformSpan(
                deleted.id(),
                deleted.label(),
                deleted.project(),
                deleted.emulated(),
                deleted.begun(),
                deleted.created(),
                deleted.usable(),
                deleted.failed(),
                deleted.deleting(),
                deleted.ended(),
                Fate.LEFT,
                deleted.services());

        Costs costs = Costs.of(new Sample().platform(left).length(8000).timeline());

        assertThat(costs.hours()).isEqualByComparingTo("3");
    }

    @Test
    void classesThatShareAPlatformShareItsBillAndTimeUsedByTwoCountsOnce() {
        Costs costs = Costs.of(new Sample()
                .platform(0, 0, 3000, service(0, 2, "0.40"))
                .user("A", 0, 0, 0, 900)
                .user("B", 0, 0, 600, 1800)
                .length(3000)
                .timeline());

        assertThat(costs.lines()).extracting(Costs.Line::user).containsExactly(Optional.of("A"), Optional.of("B"));
        assertThat(costs.lines()).allSatisfy(line -> {
            assertThat(line.price().orElseThrow()).isEqualByComparingTo("0.20");
            assertThat(line.unused()).isEqualByComparingTo("0.25");
        });
    }

    @Test
    void aPlatformThatNoClassUsedIsOnTheBill() {
        Costs costs = Costs.of(
                new Sample().platform(0, 40, 100, service(0, 40, "0.30")).timeline());

        assertThat(costs.lines()).singleElement().satisfies(line -> {
            assertThat(line.user()).isEmpty();
            assertThat(line.unused()).isEqualByComparingTo("1");
        });
    }

    @Test
    void oneUnknownPriceMakesTheSumUnknownButNotTheHours() {
        Costs costs = Costs.of(new Sample()
                .platform(0, 40, 100, service(0, 40, Optional.<BigDecimal>empty()))
                .platform(0, 40, 100, service(0, 40, "0.30"))
                .timeline());

        assertThat(costs.price()).isEmpty();
        assertThat(costs.unusedPrice()).isEmpty();
        assertThat(costs.hours()).isEqualByComparingTo("2");
    }

    @Test
    void projectsWithoutServicesCostNothing() {
        assertThat(Costs.of(new Sample().platform(0, 1, 2).user("A", 0, 0, 1, 2).timeline())
                        .lines())
                .isEmpty();
    }
}
