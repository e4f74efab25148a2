package io.github.aivenjunit.timeline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.readiness.Rung;
import io.github.aivenjunit.timeline.ClassTimeline;
import io.github.aivenjunit.timeline.TestOutcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimelineRecorderTests {

    private final AtomicLong nanos = new AtomicLong(77);
    private final TimelineRecorder recorder =
            new TimelineRecorder(Clock.fixed(Sample.ORIGIN, ZoneOffset.UTC), nanos::get);

    @Test
    void momentsCountFromTheBeginningWhateverTheClockSays() {
        PlatformTrack platform = recorder.platform("OrderTest");
        after(2);
        platform.begun();
        after(3);
        platform.created("aj-ordertest", true);
        after(100);
        platform.usable();
        after(10);
        platform.deleting();
        after(1);
        platform.ended(Fate.DELETED);

        assertThat(recorder.timeline("r").platforms())
                .containsExactly(new PlatformSpan(
                        0,
                        "OrderTest",
                        "aj-ordertest",
                        true,
                        Duration.ofSeconds(2),
                        Sample.moment(5),
                        Sample.moment(105),
                        Optional.empty(),
                        Sample.moment(115),
                        Sample.moment(116),
                        Fate.DELETED,
                        List.of()));
    }

    @Test
    void whatIsPlannedAndNeverBegunIsNoPartOfIt() {
        PlatformTrack planned = recorder.platform("SkippedTest");

        assertThat(planned.span().fate()).isEqualTo(Fate.ALIVE);
        assertThat(recorder.isEmpty()).isTrue();
    }

    @Test
    void rungsFollowEachOtherFromTheAnswerOfTheCreateCall() {
        PlatformTrack platform = recorder.platform("OrderTest");
        platform.begun();
        ServiceTrack service = platform.service("pg", "pg", "startup-4", Optional.of(new BigDecimal("0.2")));
        after(1);
        service.created();
        after(60);
        service.usable(new Readiness(Map.of(
                Rung.API_STATE,
                Duration.ofSeconds(50),
                Rung.TCP,
                Duration.ofSeconds(4),
                Rung.QUERY,
                Duration.ofSeconds(6))));

        assertThat(recorder.timeline("r").platforms().get(0).services().get(0).rungs())
                .isEqualTo(Map.of(
                        Rung.API_STATE, new Span(Sample.at(1), Sample.at(51)),
                        Rung.TCP, new Span(Sample.at(51), Sample.at(55)),
                        Rung.QUERY, new Span(Sample.at(55), Sample.at(61))));
    }

    @Test
    void aFailedDeletionThatSucceedsLaterEndsWithTheSuccess() {
        PlatformTrack platform = recorder.platform("OrderTest");
        platform.begun();
        platform.deleting();
        after(5);
        platform.ended(Fate.LEFT);
        after(5);
        platform.deleting();
        platform.ended(Fate.DELETED);

        PlatformSpan span = recorder.timeline("r").platforms().get(0);
        assertThat(span.deleting()).isEqualTo(Sample.moment(0));
        assertThat(span.ended()).isEqualTo(Sample.moment(10));
        assertThat(span.fate()).isEqualTo(Fate.DELETED);
    }

    @Test
    void aClassCountsItsTestsAndKeepsItsFirstMoments() {
        ClassTimeline lane = recorder.testClass("example.OrderTest");
        lane.test(TestOutcome.PASSED);
        lane.test(TestOutcome.PASSED);
        lane.test(TestOutcome.ABORTED);
        after(4);
        lane.tested();
        lane.finished();
        after(4);
        lane.tested();
        lane.finished();

        ClassSpan span = recorder.timeline("r").classes().get(0);
        assertThat(span.tests()).isEqualTo(Map.of(TestOutcome.PASSED, 2, TestOutcome.ABORTED, 1));
        assertThat(span.tested()).isEqualTo(Sample.moment(4));
        assertThat(span.finished()).isEqualTo(Sample.moment(4));
        assertThat(span.waited()).isEmpty();
    }

    @Test
    void aRequestCountsInTheSecondInWhichItWasSent() {
        after(10);
        recorder.request("GET", 200, Duration.ofSeconds(4));

        assertThat(recorder.timeline("r").requests().counts()).containsOnlyKeys(6);
    }

    private void after(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
