package io.github.aivenjunit.jupiter;

import io.github.aivenjunit.spec.KafkaPermission;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entry of Aiven's access control for an {@link AivenKafka} service. Without one, a user other than {@code avnadmin}
 * may do nothing.
 *
 * <pre>{@code
 * @AivenKafka(
 *         topics = @AivenTopic(name = "orders"),
 *         users = "alice",
 *         acls = @AivenKafkaAcl(user = "alice", permission = KafkaPermission.READ, topic = "orders"))
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface AivenKafkaAcl {

    /** A name of {@link AivenKafka#users()}, {@code avnadmin}, or a pattern with {@code *} and {@code ?}. */
    String user();

    /** What the user may do. */
    KafkaPermission permission();

    /** The topics: a name, or a pattern with {@code *} and {@code ?}. */
    String topic();
}
