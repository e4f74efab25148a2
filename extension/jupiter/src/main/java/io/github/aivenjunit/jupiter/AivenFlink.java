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
 * An Apache Flink service in the project of an {@link AivenProject} class, injected as
 * {@link io.github.aivenjunit.project.FlinkService}.
 *
 * <pre>{@code
 * @AivenProject
 * @AivenFlink
 * class StreamTest {
 *
 *     @Test
 *     void listsJobs(FlinkService flink) {
 *         URI jobs = flink.server().uri("/jobs/overview");
 *         ...
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AivenFlink.List.class)
@ExtendWith(AivenProjectExtension.class)
public @interface AivenFlink {

    /**
     * The name, unique in the project: a lower case letter, then at most 31 lower case letters, digits and hyphens.
     * Default {@code flink}.
     */
    String name() default "flink";

    /** The plan. Default {@code business-4}, the smallest: three nodes. */
    String plan() default "business-4";

    /** The version, {@code user_config.flink_version}. Default: that of Aiven. */
    String version() default "";

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
        AivenFlink[] value();
    }
}
