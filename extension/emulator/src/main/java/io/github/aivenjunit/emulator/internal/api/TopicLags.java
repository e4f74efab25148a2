package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.fault.TopicAnswer;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.faults.Lags;
import java.util.Arrays;
import java.util.Optional;

/** How answers about topics lag behind their creation and deletion. */
final class TopicLags {

    private TopicLags() {}

    static void beginWithCreation(String topic, Lags lags, FaultBoard faults) {
        for (TopicAnswer answer : TopicAnswer.values()) {
            lags.begin(unreadable(topic, answer), faults.topicLag(answer));
        }
        lags.begin(unlisted(topic), faults.topicListLag());
        lags.begin(stillListed(topic), 0);
    }

    static void beginWithDeletion(String topic, Lags lags, FaultBoard faults) {
        lags.begin(stillListed(topic), faults.topicListLag());
    }

    /** The answer to give instead of the topic, if any. */
    static Optional<TopicAnswer> next(Lags lags, String topic) {
        return Arrays.stream(TopicAnswer.values())
                .filter(answer -> lags.holds(unreadable(topic, answer)))
                .findFirst();
    }

    static String unlisted(String topic) {
        return "not yet listed topic " + topic;
    }

    static String stillListed(String topic) {
        return "still listed topic " + topic;
    }

    private static String unreadable(String topic, TopicAnswer answer) {
        return answer + " topic " + topic;
    }
}
