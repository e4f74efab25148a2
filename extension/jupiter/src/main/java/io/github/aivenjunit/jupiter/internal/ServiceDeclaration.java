package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.spec.ServiceSpec;
import java.lang.annotation.Annotation;

/**
 * How one annotation declares a service. Stateless.
 *
 * @param <A> the annotation
 */
interface ServiceDeclaration<A extends Annotation> {

    Class<A> annotation();

    /**
     * The service that an annotation of this type declares.
     *
     * @throws io.github.aivenjunit.spec.InvalidSpecException if an attribute cannot be used
     */
    ServiceSpec read(A declared);
}
