package io.github.aivenjunit.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A Kafka service in the project of an {@link AivenProject} class, injected as
 * {@link io.github.aivenjunit.project.KafkaService}.
 *
 * <pre>{@code
 * @AivenProject
 * @AivenKafka(topics = @AivenTopic(name = "orders", partitions = 3))
 * class OrderFlowTest {
 *
 *     @Test
 *     void sends(KafkaService kafka) throws Exception {
 *         Properties properties = kafka.certificate().producer(StringSerializer.class, StringSerializer.class);
 *         try (var producer = new KafkaProducer<String, String>(properties)) {
 *             producer.send(new ProducerRecord<>("orders", "bolt")).get();
 *         }
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AivenKafka.List.class)
@ExtendWith(AivenProjectExtension.class)
public @interface AivenKafka {

    /**
     * The name, unique in the project: a lower case letter, then at most 31 lower case letters, digits and hyphens.
     * Default {@code kafka}.
     */
    String name() default "kafka";

    /**
     * The plan. Default {@code startup-2}, the smallest that is made by the API: three brokers, with schema registry and
     * REST proxy where they are switched on.
     */
    String plan() default "startup-2";

    /** The version, {@code user_config.kafka_version}. Default: that of Aiven, or of the emulator's bundled broker. */
    String version() default "";

    /** Topics that are active before the first test. */
    AivenTopic[] topics() default {};

    /** Users beside {@code avnadmin}, each with a certificate and a password. */
    String[] users() default {};

    /** Entries of Aiven's access control, beside the one that allows {@code avnadmin} everything. */
    AivenKafkaAcl[] acls() default {};

    /** Entries of Kafka's native access control. */
    AivenKafkaNativeAcl[] nativeAcls() default {};

    /**
     * Whether users can log in with passwords too, {@code user_config.kafka_authentication_methods.sasl}. Default: with
     * certificates only.
     */
    boolean sasl() default false;

    /** Whether there is a schema registry, {@code user_config.schema_registry}. Default: none. */
    boolean schemaRegistry() default false;

    /** Whether there is a REST proxy, {@code user_config.kafka_rest}. Default: none. */
    boolean rest() default false;

    /** The cloud. Default: that of the project. */
    String cloud() default "";

    /** The service's {@code user_config}, as a JSON object. The attributes of their own win over it. Default: none. */
    String userConfig() default "";

    /** Disk space in MiB. Default 0: that of the plan. */
    int diskSpace() default 0;

    /** How long the service may take until a client can use it, for example {@code 30m}. Default: that of the project. */
    String timeout() default "";

    /** Several services. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(AivenProjectExtension.class)
    @interface List {
        AivenKafka[] value();
    }
}
