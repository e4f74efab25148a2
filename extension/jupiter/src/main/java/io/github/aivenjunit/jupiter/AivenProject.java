package io.github.aivenjunit.jupiter;

import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class an Aiven project of its own, with the services that are declared beside it.
 *
 * <pre>{@code
 * @AivenProject
 * @AivenPostgres(databases = "orders")
 * class OrderTest {
 *
 *     @Test
 *     void storesAnOrder(PostgresService postgres) throws SQLException {
 *         try (Connection connection = postgres.connect("orders")) {
 *             ...
 *         }
 *     }
 * }
 * }</pre>
 *
 * <h2>Creation</h2>
 *
 * Before the class, a uniquely named project is created with tags that tell run, owner and expiry, then all services
 * side by side; each is waited for until a client can really use it. With an API token ({@code AIVEN_TOKEN} or
 * {@code AIVEN_AUTH_TOKEN}) this happens on Aiven, without one on the embedded emulator, which the log and the report
 * entries of the class say.
 *
 * <h2>Scope</h2>
 *
 * One project per annotated class. {@code @Nested} classes use the project of the class around them unless they carry
 * this annotation themselves. Subclasses inherit the annotation and get a project of their own.
 *
 * <p>With {@code scope = RUN} classes that declare the same, but for their names, share a project: services, plans,
 * clouds, settings, tags, everything else. The first that needs it has it created while the others wait, and the last out
 * deletes it at the end of its session; a JVM that is killed counts as out. On Aiven this works across the forks of one
 * build (Maven Surefire and Failsafe, Gradle), which are told by the build's own process, or by {@code aiven.run} where that
 * is set, as most CI systems do; two builds at once do not share. The embedded emulator ends with its JVM, so there each
 * fork has a project of its own. With {@code isolation = PER_CLASS} each class has its own databases, topics, keys and
 * indexes in it.
 *
 * <h2>Injection</h2>
 *
 * Parameters of constructors, lifecycle methods and tests, and fields marked {@link InjectAiven}, of the types
 * {@link io.github.aivenjunit.project.EphemeralProject}, {@link io.github.aivenjunit.client.AivenClient} and
 * {@link io.github.aivenjunit.project.ServiceHandle} with its subclasses. {@link Named} picks one of several services.
 *
 * <h2>Deletion</h2>
 *
 * After the class, whatever happened, the services are deleted, then the project, and each is verified to be gone. A
 * deletion that fails fails the class and says what is left, what it costs and how to remove it.
 *
 * <h2>Parallel execution</h2>
 *
 * Safe: every class has its own project, unless it asks to share one.
 *
 * <h2>Cost</h2>
 *
 * Aiven charges at least one hour for every service that was powered on (Aiven docs: "Service pricing").
 *
 * <p>Every attribute has a configuration key of the same name, {@code aiven.cloud} for {@code cloud}. An attribute that
 * is set here comes first, then JUnit's configuration parameters and system properties, the environment
 * ({@code AIVEN_CLOUD}), the user's file, and the default.
 *
 * @see AivenService
 * @see AivenPostgres
 * @see AivenProjectExtension
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AivenProjectExtension.class)
public @interface AivenProject {

    /** The cloud of every service that names none, for example {@code aws-eu-west-1}. Default {@code google-europe-west1}. */
    String cloud() default "";

    /**
     * The id of the organization to create the project in, through the organization endpoints. Default: the token's
     * own account, through the classic endpoints. The emulator ignores it.
     */
    String organization() default "";

    /**
     * The name of a project to use instead of creating one, for tokens that may not create projects. The services get
     * unique names in it, and only they are deleted. On the emulator a project of this name is made.
     */
    String existing() default "";

    /**
     * Who uses the project. A shared one can neither be {@link #existing} nor be kept by {@link #keep}. {@link Scope#CLASS}
     * leaves the choice to the configuration.
     */
    Scope scope() default Scope.CLASS;

    /**
     * What the class has to itself inside a shared project. With {@link Isolation#PER_CLASS}:
     *
     * <ul>
     *   <li>PostgreSQL, MySQL, AlloyDB Omni, ClickHouse: a database of its own, which is the handle's default one. Declared
     *       databases and pools get its name in front; handles take the declared names.
     *   <li>Kafka: topics, and topics of ACLs, get a prefix; {@code kafka.topic("orders")} is the real name. Consumer groups
     *       are shared.
     *   <li>Valkey, Dragonfly, OpenSearch: a prefix for the test to use, with {@code valkey.key("a")} and
     *       {@code search.index("a")}.
     * </ul>
     *
     * <p>What has the class's name or prefix is dropped after the class. Users, native ACLs and every other type are shared.
     * Databases, pools, topics and ACLs may then differ between classes that share. {@link Isolation#NONE} leaves the choice
     * to the configuration.
     */
    Isolation isolation() default Isolation.NONE;

    /**
     * Tags of the project beside our own, each as {@code key=value}. A key starts with a letter and has at most 64
     * letters, digits, hyphens and underscores; a value has at most 64 characters (Aiven docs: "Tag resources").
     */
    String[] tags() default {};

    /** How long after its creation anybody may delete the project, for example {@code 90m}. Default {@code 2h}. */
    String expiresAfter() default "";

    /**
     * Whether the project outlives a failed class, so that somebody can look at it until its expiry. The log then tells
     * how to connect and how to delete it. The emulator keeps nothing. {@link Keep#NEVER} leaves the choice to the
     * configuration.
     */
    Keep keep() default Keep.NEVER;

    /**
     * How long one service may take until a client can use it, for example {@code 30m}. Default: 15 minutes for
     * PostgreSQL, MySQL, AlloyDB Omni, Valkey, Dragonfly and Grafana, 20 minutes for the others.
     */
    String timeout() default "";

    /** Skip the class, with a reason in the report, when no API token is configured. Default {@code false}. */
    boolean disabledWithoutToken() default false;

    /** Fail the class, rather than run it on the emulator, when no API token is configured. Default {@code false}. */
    boolean requireCloud() default false;
}
