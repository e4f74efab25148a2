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
 * Makes the embedded emulator misbehave: at a class from before its project is created until after that is deleted, at a
 * method from before its {@code @BeforeEach} methods until after its {@code @AfterEach} methods.
 *
 * <pre>{@code
 * @AivenProject
 * @AivenFault(kind = "RateLimited", operation = "ServiceCreate", times = 2, retryAfter = "1s")
 * class PatientTest {
 *
 *     @Test
 *     @AivenFault(kind = "ServerError", operation = "ServiceDatabaseCreate", status = 503, times = 1)
 *     void createsADatabaseAllTheSame(PostgresService postgres) {}
 * }
 * }</pre>
 *
 * The kinds are the records of the emulator's {@code Fault}, and their components are attributes here; the parts of
 * what it strikes stand beside them. Unset attributes are left to the kind. A kind or an attribute that does not exist
 * fails the class before anything is created.
 *
 * <p>The emulator is shared by everything that runs at the same time: where classes or methods run in parallel, choose
 * a {@link #project()} or a {@link #service()}, or keep them apart with JUnit's {@code @ResourceLock} or
 * {@code @Isolated}. Nobody can do this to Aiven: with an API token, what is annotated is skipped and says why.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AivenFault.List.class)
@ExtendWith(AivenFaultExtension.class)
public @interface AivenFault {

    /** What goes wrong, for example {@code ServerError}, {@code RateLimited}, {@code StuckRebuilding}. */
    String kind();

    /** The operation to strike by its id in the API's OpenAPI document, for example {@code ServiceCreate}. */
    String operation() default "";

    /** The requests to strike, as a regular expression for the whole of {@code METHOD /path}. */
    String request() default "";

    /** The project whose requests to strike. */
    String project() default "";

    /** The first request to strike, counted from 1; alone, the only one. Default 0: the first. */
    int nth() default 0;

    /** How many requests to strike at most. Default 0: all. */
    int times() default 0;

    /** How likely a request is struck, at most 1. Default 0: all are. */
    double probability() default 0;

    /** Decides which requests those are: the same seed, the same requests. */
    long seed() default 0;

    /** How long after the injection the fault begins, for example {@code 30s}. Default: at once. */
    String from() default "";

    /** How long it holds from there on. Default: until the class or the method ends. */
    String lasting() default "";

    /** The HTTP status of the answer. */
    int status() default 0;

    /** {@code BEFORE_COMMIT}, the default, or {@code AFTER_COMMIT}, when only the answer is lost. */
    String moment() default "";

    /** The wait in a {@code Retry-After} header, for example {@code 2s}. Default: no such header. */
    String retryAfter() default "";

    /** How long something lags or waits, for example {@code 2s}. */
    String duration() default "";

    /** How many requests or answers lag, or another number that the kind needs. */
    int count() default 0;

    /** A service's name or a service type. */
    String service() default "";

    /** The API's text. */
    String message() default "";

    /** What the token gets to see of secrets: {@code PLAIN}, {@code REDACTED} or {@code FORBIDDEN}. */
    String access() default "";

    /** How a topic that lags is answered: {@code NOT_FOUND}, {@code FETCH_FAILED} or {@code CONFIGURING}. */
    String answer() default "";

    /** Where clients of a service end up: {@code UNKNOWN_HOST} or {@code REFUSED}. */
    String address() default "";

    /** Several faults. */
    @Documented
    @Inherited
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(AivenFaultExtension.class)
    @interface List {
        AivenFault[] value();
    }
}
