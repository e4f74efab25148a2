package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.spec.ServiceSpec;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/** The annotations that declare services. A new one is a {@link ServiceDeclaration} and a line here. */
final class ServiceDeclarations {

    /** In the order in which a project lists its services. */
    private static final List<ServiceDeclaration<?>> ALL = List.of(
            new KafkaDeclaration(),
            new PostgresDeclaration(),
            new MySqlDeclaration(),
            new AlloyDbOmniDeclaration(),
            new ValkeyDeclaration(),
            new DragonflyDeclaration(),
            new OpenSearchDeclaration(),
            new ClickHouseDeclaration(),
            new GrafanaDeclaration(),
            new ThanosDeclaration(),
            new FlinkDeclaration(),
            new KafkaConnectDeclaration(),
            new KafkaMirrorMakerDeclaration(),
            new AnyServiceDeclaration());

    private ServiceDeclarations() {}

    /** The services of a class, inherited and composed annotations included. */
    static List<ServiceSpec> of(Class<?> testClass) {
        return ALL.stream()
                .flatMap(declaration -> services(testClass, declaration))
                .toList();
    }

    private static <A extends Annotation> Stream<ServiceSpec> services(
            Class<?> testClass, ServiceDeclaration<A> declaration) {
        return find(testClass, declaration.annotation()).map(declaration::read);
    }

    /** JUnit drops annotations that are equal; a service that was declared twice by mistake must not vanish. */
    private static <A extends Annotation> Stream<A> find(Class<?> testClass, Class<A> type) {
        Set<A> met = new HashSet<>();
        return Stream.concat(
                AnnotationSupport.findRepeatableAnnotations(testClass, type).stream(),
                Arrays.stream(testClass.getAnnotationsByType(type)).filter(direct -> !met.add(direct)));
    }
}
