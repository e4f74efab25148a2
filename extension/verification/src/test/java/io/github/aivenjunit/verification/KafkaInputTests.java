package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenKafka;
import io.github.aivenjunit.jupiter.AivenKafkaAcl;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenTopic;
import io.github.aivenjunit.spec.KafkaPermission;
import org.junit.jupiter.api.Test;

/** What is said about Kafka declarations that cannot work. Nothing is created. */
class KafkaInputTests {

    @Test
    void moreReplicasThanBrokersAreRefused() {
        assertRefused(
                ReplicationTestCase.class,
                "Plan 'startup-2' has 3 brokers. Set 'replication' of topic 'orders' of service 'kafka' to at most 3"
                        + " instead of 4, or choose a larger plan.");
    }

    @AivenProject
    @AivenKafka(topics = @AivenTopic(name = "orders", replication = 4))
    static class ReplicationTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aRuleForNobodyIsRefused() {
        assertRefused(
                UnknownUserTestCase.class,
                "Cannot provision for " + UnknownUserTestCase.class.getName()
                        + ". Service 'kafka' declares in 'acls' an entry for user 'alise', whom it does not have. Add the"
                        + " name to 'users', or correct it.");
    }

    @AivenProject
    @AivenKafka(
            users = "alice",
            acls = @AivenKafkaAcl(user = "alise", permission = KafkaPermission.READ, topic = "orders"))
    static class UnknownUserTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void anIllegalTopicNameIsRefused() {
        assertRefused(
                TopicNameTestCase.class,
                "Cannot provision for " + TopicNameTestCase.class.getName()
                        + ". Topic name 'my orders' is not allowed. Use 1 to 249 letters, digits, '.', '_' or '-', and"
                        + " neither '.' nor '..'.");
    }

    @AivenProject
    @AivenKafka(topics = @AivenTopic(name = "my orders"))
    static class TopicNameTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aTopicThatIsDeclaredTwiceIsRefused() {
        assertRefused(
                SameTopicTestCase.class,
                "Cannot provision for " + SameTopicTestCase.class.getName()
                        + ". Service 'kafka' declares topic 'orders' twice. Remove one from 'topics'.");
    }

    @AivenProject
    @AivenKafka(topics = {@AivenTopic(name = "orders"), @AivenTopic(name = "orders", partitions = 3)})
    static class SameTopicTestCase {
        @Test
        void neverRuns() {}
    }

    private static void assertRefused(Class<?> fixture, String message) {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            assertThat(ExtensionRun.onlyFailure(run.run(fixture))).hasMessage(message);
            assertThat(run.creations()).as("projects created").isZero();
            run.assertNothingLeft();
        }
    }
}
