package io.github.aivenjunit.timeline.internal;

import static io.github.aivenjunit.timeline.internal.Sample.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.timeline.internal.Requests.Count;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineMergeTests {

    @Test
    void forksAreShownOnOneAxisThatBeginsWithTheFirst() {
        Timeline late = new Sample()
                .origin(ORIGIN.plusSeconds(50))
                .platform(0, 30, 60)
                .user("Late", 0, 0, 30, 50)
                .requests(0, new Count(1, 0, 0, 0, 0))
                .length(60)
                .timeline();
        Timeline early = new Sample()
                .platform(0, 30, 60)
                .platform(5, 30, 60)
                .user("Early", 1, 5, 30, 50)
                .requests(50, new Count(0, 1, 0, 0, 0))
                .timeline();

        Timeline merged = Timeline.merged(List.of(late, early));

        assertThat(merged.forks()).isEqualTo(2);
        assertThat(merged.origin()).isEqualTo(ORIGIN);
        assertThat(merged.length()).isEqualTo(Duration.ofSeconds(110));
        assertThat(merged.platforms())
                .extracting(PlatformSpan::begun)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(50));
        assertThat(merged.platforms()).extracting(PlatformSpan::id).doesNotHaveDuplicates();
        assertThat(merged.classes()).extracting(ClassSpan::name).containsExactly("Early", "Late");
        assertThat(merged.classes())
                .extracting(ClassSpan::platform)
                .containsExactly(
                        Optional.of(merged.platforms().get(1).id()),
                        Optional.of(merged.platforms().get(2).id()));
        assertThat(merged.requests().counts()).isEqualTo(Map.of(50, new Count(1, 1, 0, 0, 0)));
    }

    @Test
    void aForkThatIsLongOverBelongsToAnEarlierBuild() {
        Timeline before = new Sample().user("Before", 0, 0, 1, 2).timeline();
        Timeline now = new Sample().origin(ORIGIN.plusSeconds(3600)).timeline();

        assertThat(ForkSelection.lastBuild(List.of(before, now))).containsExactly(now);
    }

    @Test
    void aForkWhoseClassRanAgainBelongsToAnEarlierBuild() {
        Timeline before = new Sample().user("Again", 0, 0, 1, 2).timeline();
        Timeline now = new Sample()
                .origin(ORIGIN.plusSeconds(101))
                .user("Again", 0, 0, 1, 2)
                .timeline();

        assertThat(ForkSelection.lastBuild(List.of(before, now))).containsExactly(now);
    }

    @Test
    void forksSideBySideAndShortlyAfterEachOtherAreOneBuild() {
        Timeline first = new Sample().user("First", 0, 0, 1, 2).timeline();
        Timeline beside = new Sample()
                .origin(ORIGIN.plusSeconds(1))
                .user("Beside", 0, 0, 1, 2)
                .timeline();
        Timeline after = new Sample()
                .origin(ORIGIN.plusSeconds(200))
                .user("After", 0, 0, 1, 2)
                .timeline();

        assertThat(ForkSelection.lastBuild(List.of(first, beside, after)))
                .containsExactlyInAnyOrder(first, beside, after);
    }
}
