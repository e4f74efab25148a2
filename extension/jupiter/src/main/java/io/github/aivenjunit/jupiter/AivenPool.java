package io.github.aivenjunit.jupiter;

import io.github.aivenjunit.spec.PoolMode;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A PgBouncer connection pool of an {@link AivenPostgres} service.
 *
 * <pre>{@code
 * @AivenPostgres(databases = "orders", pools = @AivenPool(name = "web", database = "orders", size = 10))
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface AivenPool {

    /** The name, which clients use as the name of the database. */
    String name();

    /** The database behind it. Default {@code defaultdb}. */
    String database() default "defaultdb";

    /** When a connection goes back to the pool. Default {@link PoolMode#TRANSACTION}, as at Aiven. */
    PoolMode mode() default PoolMode.TRANSACTION;

    /** How many connections to the server it has, 1 to 10000. Default 0: Aiven's. */
    int size() default 0;

    /** The user that it logs in as. Default: whoever connects. */
    String user() default "";
}
