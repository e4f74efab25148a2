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
 * A PostgreSQL service in the project of an {@link AivenProject} class, injected as
 * {@link io.github.aivenjunit.project.PostgresService}.
 *
 * <pre>{@code
 * @AivenProject
 * @AivenPostgres(name = "orders", databases = {"orders", "billing"})
 * @AivenPostgres(name = "archive", version = "16")
 * class OrderTest {
 *
 *     @Test
 *     void archives(@Named("orders") PostgresService orders, @Named("archive") PostgresService archive) {}
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AivenPostgres.List.class)
@ExtendWith(AivenProjectExtension.class)
public @interface AivenPostgres {

    /**
     * The name, unique in the project: a lower case letter, then at most 31 lower case letters, digits and hyphens.
     * Default {@code pg}.
     */
    String name() default "pg";

    /** The plan. Default {@code startup-4}, the smallest with connection pooling. */
    String plan() default "startup-4";

    /** The major version, {@code user_config.pg_version}. Default: that of Aiven, or of the emulator's bundled server. */
    String version() default "";

    /** Databases that exist before the first test, beside {@code defaultdb}. */
    String[] databases() default {};

    /** Users that exist before the first test, beside {@code avnadmin}. */
    String[] users() default {};

    /**
     * Extensions that are installed before the first test, in {@code defaultdb} and every declared database, for example
     * {@code pg_trgm}. Needs the PostgreSQL JDBC driver on the class path. The emulator's bundled server has those of
     * PostgreSQL's own distribution, and not {@code vector} or {@code postgis}.
     */
    String[] extensions() default {};

    /** Connection pools that exist before the first test. */
    AivenPool[] pools() default {};

    /**
     * The name of another service of the class that this one is a read-only copy of. It is built when that one is ready.
     * Default: none.
     */
    String readReplicaOf() default "";

    /**
     * The name of another service of the class whose data this one starts with. It is built when that one is ready.
     * Default: none.
     */
    String forkOf() default "";

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
        AivenPostgres[] value();
    }
}
