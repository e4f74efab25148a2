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
 * An OpenSearch service in the project of an {@link AivenProject} class, injected as
 * {@link io.github.aivenjunit.project.OpenSearchService}.
 *
 * <pre>{@code
 * @AivenProject
 * @AivenOpenSearch(version = "2")
 * class SearchTest {
 *
 *     @Test
 *     void findsAnOrder(OpenSearchService search) {
 *         URI health = search.server().uri("/_cluster/health");
 *         ...
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AivenOpenSearch.List.class)
@ExtendWith(AivenProjectExtension.class)
public @interface AivenOpenSearch {

    /**
     * The name, unique in the project: a lower case letter, then at most 31 lower case letters, digits and hyphens.
     * Default {@code opensearch}.
     */
    String name() default "opensearch";

    /** The plan. Default {@code hobbyist}, the smallest of those that every cloud has. */
    String plan() default "hobbyist";

    /** The version, {@code user_config.opensearch_version}. Default: that of Aiven. */
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
        AivenOpenSearch[] value();
    }
}
