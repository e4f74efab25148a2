package io.github.aivenjunit.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a field that receives the project, its client or one of its services: static fields before the class, instance
 * fields when the instance is made. The field must not be final. {@link Named} picks one of several services.
 *
 * <pre>{@code
 * @InjectAiven
 * static EphemeralProject project;
 *
 * @InjectAiven
 * @Named("orders")
 * PostgresService orders;
 * }</pre>
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AivenProjectExtension.class)
public @interface InjectAiven {}
