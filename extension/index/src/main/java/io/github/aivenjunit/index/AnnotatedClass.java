package io.github.aivenjunit.index;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Recognises classes that a build tool can start and that use this library. Stateless. */
final class AnnotatedClass {

    private static final String ANNOTATION = "io.github.aivenjunit.jupiter.Aiven";

    private AnnotatedClass() {}

    static boolean isOne(TypeElement type) {
        return isStartable(type) && isMarked(type);
    }

    /** JUnit runs inner classes with the class around them. */
    private static boolean isStartable(TypeElement type) {
        Set<Modifier> modifiers = type.getModifiers();
        boolean reachable = type.getNestingKind() == NestingKind.TOP_LEVEL
                || (type.getNestingKind() == NestingKind.MEMBER && modifiers.contains(Modifier.STATIC));
        boolean instantiable = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
        return reachable
                && instantiable
                && !modifiers.contains(Modifier.ABSTRACT)
                && !modifiers.contains(Modifier.PRIVATE);
    }

    private static boolean isMarked(TypeElement type) {
        return isMarked(type, new HashSet<>())
                || Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                        .flatMap(AnnotatedClass::element)
                        .anyMatch(AnnotatedClass::isMarked);
    }

    private static Stream<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Stream.of(element)
                : Stream.empty();
    }

    private static boolean isMarked(Element element, Set<String> met) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            Element type = annotation.getAnnotationType().asElement();
            String name = type.toString();
            boolean foreign = !name.startsWith("java.") && !name.startsWith("org.junit.");
            if (name.startsWith(ANNOTATION) || (foreign && met.add(name) && isMarked(type, met))) {
                return true;
            }
        }
        return false;
    }
}
