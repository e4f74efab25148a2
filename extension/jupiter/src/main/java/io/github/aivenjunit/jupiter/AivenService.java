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
 * A service of any type in the project of an {@link AivenProject} class. Types with an annotation of their own, such as
 * {@link AivenPostgres}, are better declared with that.
 *
 * <pre>{@code
 * @AivenProject
 * @AivenService(type = "grafana", plan = "startup-1")
 * class DashboardTest {
 *
 *     @Test
 *     void showsTheDashboard(ServiceHandle grafana) {}
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AivenService.List.class)
@ExtendWith(AivenProjectExtension.class)
public @interface AivenService {

    /**
     * The name, unique in the project: a lower case letter, then at most 31 lower case letters, digits and hyphens.
     * Default: the type, with hyphens for underscores.
     */
    String name() default "";

    /** Aiven's code of the type, for example {@code pg} or {@code kafka_connect}. */
    String type();

    /** The plan, for example {@code startup-4}. */
    String plan();

    /** The cloud. Default: that of the project. */
    String cloud() default "";

    /** The service's {@code user_config}, as a JSON object. Default: none. */
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
        AivenService[] value();
    }
}
