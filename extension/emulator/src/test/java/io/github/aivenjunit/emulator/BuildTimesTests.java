package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.time.BuildTimeline;
import io.github.aivenjunit.emulator.time.BuildTimeline.NodeState;
import io.github.aivenjunit.emulator.time.BuildTimeline.State;
import io.github.aivenjunit.emulator.time.BuildTimeline.Step;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTimesTests {

    @TempDir
    private Path directory;

    private static Duration whole(BuildTimeline timeline) {
        return timeline.steps().get(timeline.steps().size() - 1).after();
    }

    private Path script(String text) throws IOException {
        return Files.writeString(directory.resolve("times.txt"), text);
    }

    @Test
    void aPlanGoesBeforeItsType() {
        BuildTimes times = BuildTimes.fixed(Duration.ofMinutes(1))
                .with("pg", Duration.ofMinutes(2))
                .with("pg", "business-4", Duration.ofMinutes(5));

        assertThat(whole(times.timeline("pg", "business-4", 2, 0))).isEqualTo(Duration.ofMinutes(5));
        assertThat(whole(times.timeline("pg", "startup-4", 1, 0))).isEqualTo(Duration.ofMinutes(2));
        assertThat(whole(times.timeline("valkey", "startup-4", 1, 0))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void realisticTimesAreSpreadBySeedAndTheSameForTheSameSeed() {
        List<Duration> one = IntStream.range(0, 50)
                .mapToObj(build -> whole(BuildTimes.realistic(7).timeline("kafka", "business-4", 1, build)))
                .toList();
        List<Duration> again = IntStream.range(0, 50)
                .mapToObj(build -> whole(BuildTimes.realistic(7).timeline("kafka", "business-4", 1, build)))
                .toList();

        assertThat(again).isEqualTo(one);
        assertThat(one)
                .doesNotHaveDuplicates()
                .allSatisfy(time -> assertThat(time)
                        .isBetween(
                                Duration.ofMinutes(4).multipliedBy(8).dividedBy(10),
                                Duration.ofMinutes(4).multipliedBy(12).dividedBy(10)));
        assertThat(whole(BuildTimes.realistic(8).timeline("kafka", "business-4", 1, 0)))
                .isNotEqualTo(one.get(0));
        assertThat(whole(BuildTimes.realistic(7).timeline("kafka", "business-4", 3, 0)))
                .isGreaterThan(one.get(0));
    }

    @Test
    void aScriptSaysHowLongOrWhatWhen() throws IOException {
        BuildTimes times = BuildTimes.read(script("""
                # all others
                * = 90s

                kafka = 4m
                pg/business-4 = 1m REBUILDING setting_up_vm, 76s REBALANCING running syncing_data, 5m RUNNING running running
                """));

        assertThat(times.of("valkey")).isEqualTo(Duration.ofSeconds(90));
        assertThat(times.of("kafka")).isEqualTo(Duration.ofMinutes(4));
        assertThat(times.timeline("pg", "business-4", 2, 0).steps())
                .containsExactly(
                        new Step(Duration.ofMinutes(1), State.REBUILDING, List.of(NodeState.SETTING_UP_VM)),
                        new Step(
                                Duration.ofSeconds(76),
                                State.REBALANCING,
                                List.of(NodeState.RUNNING, NodeState.SYNCING_DATA)),
                        new Step(Duration.ofMinutes(5), State.RUNNING, List.of(NodeState.RUNNING, NodeState.RUNNING)));
    }

    @Test
    void aScriptThatCannotBeUnderstoodNamesItsLine() throws IOException {
        Path state = script("pg = 1m BUILDING running\n");
        assertThatThrownBy(() -> BuildTimes.read(state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times.txt line 1: 'BUILDING' is none of [REBUILDING, REBALANCING, RUNNING]."
                        + " Write 'type/plan = 3m' or 'type/plan = 1m STATE node node, 3m RUNNING node'.");
        Path order = script("\npg = 2m REBUILDING, 1m RUNNING\n");
        assertThatThrownBy(() -> BuildTimes.read(order))
                .hasMessage("times.txt line 2: The step after PT1M follows one after PT2M. Put the steps in order.");
    }
}
