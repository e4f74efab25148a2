package io.github.aivenjunit.index;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes {@code META-INF/aiven-junit/classes.index} beside the compiled test classes: the binary names of those that carry
 * an annotation of this library directly, inherited, or within another annotation; one a line, sorted. Found by the
 * compiler on the class path or on the processor path. It claims no annotation and generates no code.
 *
 * <p>A compilation of some classes keeps what the index says of the others, as long as they are still there and still
 * annotated; what of the rest is annotated cannot be known without compiling it. Aggregating, in the words of Gradle.
 */
@SupportedAnnotationTypes("*")
public final class ClassIndexProcessor extends AbstractProcessor {

    static final String INDEX = "META-INF/aiven-junit/classes.index";

    private final Set<String> compiled = new TreeSet<>();
    private final Set<String> annotated = new TreeSet<>();

    /** For the compiler. */
    public ClassIndexProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            write();
        } else {
            ElementFilter.typesIn(round.getRootElements()).forEach(this::read);
        }
        return false;
    }

    private void read(TypeElement type) {
        String name = processingEnv.getElementUtils().getBinaryName(type).toString();
        compiled.add(name);
        if (AnnotatedClass.isOne(type)) {
            annotated.add(name);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::read);
    }

    private void write() {
        Set<String> before = before();
        before.stream().filter(this::isStillOne).forEach(annotated::add);
        if (annotated.equals(before)) {
            return;
        }
        try {
            FileObject index =
                    processingEnv.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", INDEX, new Element[0]);
            try (Writer writer = index.openWriter()) {
                for (String name : annotated) {
                    writer.write(name + "\n");
                }
            }
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            INDEX + " cannot be written: " + e.getMessage()
                                    + ". Make the output directory writable, or leave aiven-junit-index out.");
        }
    }

    private Set<String> before() {
        Set<String> names = new TreeSet<>();
        try {
            FileObject index = processingEnv.getFiler().getResource(StandardLocation.CLASS_OUTPUT, "", INDEX);
            index.getCharContent(true).toString().lines().forEach(names::add);
        } catch (NoSuchFileException e) {
            return names;
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.NOTE, INDEX + " is written anew: " + e.getMessage() + ".");
        }
        return names;
    }

    /** Whether a class that is not compiled this time is in the output still, and annotated. */
    private boolean isStillOne(String name) {
        if (compiled.contains(name)) {
            return false;
        }
        TypeElement type = processingEnv.getElementUtils().getTypeElement(name.replace('$', '.'));
        return type != null && AnnotatedClass.isOne(type);
    }
}
