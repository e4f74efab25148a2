package io.github.aivenjunit.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A topic of an {@link AivenKafka} service. It is active before the first test.
 *
 * <pre>{@code
 * @AivenKafka(topics = @AivenTopic(name = "orders", partitions = 3, config = "retention.ms=3600000"))
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface AivenTopic {

    /** The name: 1 to 249 letters, digits, dots, underscores or hyphens, and neither {@code .} nor {@code ..}. */
    String name();

    /** How many partitions. Default 1. */
    int partitions() default 1;

    /**
     * How many brokers keep each partition, at most as many as the plan has. Default 0: the service's own default, which
     * fits its brokers.
     */
    int replication() default 0;

    /**
     * Kafka's topic settings, each as {@code key=value}, for example {@code "cleanup.policy=compact"} or
     * {@code "min.insync.replicas=2"}. Default: none.
     */
    String[] config() default {};
}
