package io.github.aivenjunit.jupiter;

import io.github.aivenjunit.spec.KafkaOperation;
import io.github.aivenjunit.spec.KafkaPatternType;
import io.github.aivenjunit.spec.KafkaPermissionType;
import io.github.aivenjunit.spec.KafkaResourceType;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entry of Kafka's native access control for an {@link AivenKafka} service, beside Aiven's own.
 *
 * <pre>{@code
 * @AivenKafkaNativeAcl(
 *         principal = "User:alice",
 *         operation = KafkaOperation.READ,
 *         resourceType = KafkaResourceType.GROUP,
 *         resource = "orders-",
 *         patternType = KafkaPatternType.PREFIXED)
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface AivenKafkaNativeAcl {

    /** {@code User:} and a name of {@link AivenKafka#users()} or {@code avnadmin}, or {@code User:*} for everybody. */
    String principal();

    /** What is allowed or denied. */
    KafkaOperation operation();

    /** On what. Default: topics. */
    KafkaResourceType resourceType() default KafkaResourceType.TOPIC;

    /** Its name, the beginning of names, or {@code *} for every one. */
    String resource();

    /** How {@link #resource()} is meant. Default: as the whole name. */
    KafkaPatternType patternType() default KafkaPatternType.LITERAL;

    /** Allowed or denied. Default: allowed. */
    KafkaPermissionType permissionType() default KafkaPermissionType.ALLOW;

    /** The client's address. Default: every one. */
    String host() default "*";
}
