package io.github.aivenjunit.timeline.internal;

import static io.github.aivenjunit.timeline.internal.Sample.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.timeline.internal.Requests.Count;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TimelineJsonTests {

    @Test
    void itHasMomentsRungsRequestsSavingsAndCosts() {
        Timeline timeline = new Sample()
                .platform(0, 30, 60, service(1, 30, "0.20"))
                .user("example.OrderTest", 0, 10, 30, 50)
                .requests(2, new Count(3, 2, 1, 1, 0))
                .timeline();

        assertThat(TimelineJson.of(timeline))
                .isEqualTo("{\"format\":1,\"run\":\"run-1\",\"forks\":1,\"mode\":\"cloud\","
                        + "\"origin\":\"2026-01-02T03:04:05Z\",\"length\":100000,"
                        + "\"platforms\":[{\"id\":0,\"label\":\"Label0\",\"project\":\"aj-project-0\","
                        + "\"emulated\":false,\"begun\":0,\"created\":1000,\"usable\":30000,\"failed\":null,"
                        + "\"deleting\":59000,\"ended\":60000,\"fate\":\"deleted\",\"services\":[{\"name\":\"pg\","
                        + "\"type\":\"pg\",\"plan\":\"startup-4\",\"hourlyPrice\":0.20,\"sent\":1000,"
                        + "\"created\":2000,\"usable\":30000,\"rungs\":{\"api-state\":[2000,29000],"
                        + "\"query\":[29000,30000]}}]}],"
                        + "\"classes\":[{\"name\":\"example.OrderTest\",\"platform\":0,\"asked\":10000,"
                        + "\"usable\":30000,\"tested\":50000,\"finished\":51000,"
                        + "\"tests\":{\"passed\":2,\"failed\":1}}],"
                        + "\"requests\":{\"seconds\":1,"
                        + "\"columns\":[\"second\",\"reads\",\"writes\",\"deletes\",\"limited\",\"failed\"],"
                        + "\"counts\":[[2,3,2,1,1,0]]},"
                        + "\"savings\":{\"provisioning\":30000,\"waited\":20000,\"savedByLookAhead\":10000,"
                        + "\"savedBySharing\":0},"
                        + "\"costs\":{\"hours\":1,\"price\":0.2,\"unusedHours\":0.9944,\"unusedPrice\":0.1989,"
                        + "\"classes\":[{\"class\":\"example.OrderTest\",\"project\":\"aj-project-0\","
                        + "\"services\":[\"pg startup-4\"],\"hours\":1,\"price\":0.2,\"unusedHours\":0.9944,"
                        + "\"unusedPrice\":0.1989}]}}");
    }

    @Test
    void anotherForkReadsWhatOneWrote() throws IOException {
        Timeline timeline = Sample.of(3);

        assertThat(TimelineReader.read(TimelineJson.of(timeline))).isEqualTo(timeline);
    }

    @Test
    void aTextThatEndsEarlyIsNoTimeline() {
        String half = TimelineJson.of(Sample.of(3)).substring(0, 200);

        assertThatThrownBy(() -> TimelineReader.read(half)).isInstanceOf(IOException.class);
    }

    @Test
    void otherJsonIsNoTimeline() {
        assertThatThrownBy(() -> TimelineReader.read("{\"run\":\"r\",\"created\":1}"))
                .isInstanceOf(IOException.class)
                .hasMessage("It is no timeline: it has no 'format'");
    }

    @Test
    void aTimelineOfAnotherVersionIsNotGuessedAt() {
        assertThatThrownBy(() -> TimelineReader.read("{\"format\":2}"))
                .isInstanceOf(IOException.class)
                .hasMessage("It is a timeline of another version.");
    }
}
