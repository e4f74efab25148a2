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
 * A MySQL service in the project of an {@link AivenProject} class, injected as
 * {@link io.github.aivenjunit.project.MySqlService}.
 *
 * <pre>{@code
 * @AivenProject
 * @AivenMySql(databases = "orders", version = "8.4")
 * class OrderTest {
 *
 *     @Test
 *     void storesAnOrder(MySqlService mysql) throws SQLException {
 *         try (Connection orders = mysql.connect("orders")) {
 *             ...
 *         }
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AivenMySql.List.class)
@ExtendWith(AivenProjectExtension.class)
public @interface AivenMySql {

    /**
     * The name, unique in the project: a lower case letter, then at most 31 lower case letters, digits and hyphens.
     * Default {@code mysql}.
     */
    String name() default "mysql";

    /** The plan. Default {@code hobbyist}, the smallest of those that every cloud has. */
    String plan() default "hobbyist";

    /** The version, {@code user_config.mysql_version}. Default: that of Aiven. */
    String version() default "";

    /** Databases that exist before the first test, beside {@code defaultdb}. */
    String[] databases() default {};

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
        AivenMySql[] value();
    }
}
