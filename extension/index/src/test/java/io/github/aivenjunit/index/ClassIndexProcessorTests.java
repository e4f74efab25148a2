package io.github.aivenjunit.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor in a compiler, with annotations that only have the names of ours. */
class ClassIndexProcessorTests {

    private static final Map<String, String> OURS = Map.of(
            "io.github.aivenjunit.jupiter.AivenProject",
            "package io.github.aivenjunit.jupiter; @java.lang.annotation.Inherited public @interface AivenProject {}",
            "io.github.aivenjunit.jupiter.AivenPostgres",
            "package io.github.aivenjunit.jupiter; public @interface AivenPostgres {}");

    @TempDir
    private Path output;

    @BeforeEach
    void compileTheAnnotations() throws IOException {
        compile(OURS);
        assertThat(output.resolve(ClassIndexProcessor.INDEX)).doesNotExist();
    }

    @Test
    void theCompilerFindsIt() {
        assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(ClassIndexProcessor.class);
    }

    @Test
    void classesAreFoundDirectlyInheritedAndThroughOtherAnnotationsInOrder() throws IOException {
        compile(Map.of(
                "a.Zulu", "package a; @io.github.aivenjunit.jupiter.AivenProject class Zulu {}",
                "a.Plain", "package a; @Deprecated class Plain {}",
                "a.Base", "package a; @io.github.aivenjunit.jupiter.AivenProject abstract class Base {}",
                "a.Heir", "package a; class Heir extends Base {}",
                "a.Marked", "package a; @io.github.aivenjunit.jupiter.AivenPostgres interface Marked {}",
                "a.Implementer", "package a; class Implementer implements Marked {}",
                "a.Composed", "package a; @Composed @io.github.aivenjunit.jupiter.AivenProject @interface Composed {}",
                "a.User", "package a; @Composed class User {}"));

        assertThat(index()).containsExactly("a.Heir", "a.Implementer", "a.User", "a.Zulu");
    }

    @Test
    void nestedClassesAreFoundWhereABuildToolCanStartThem() throws IOException {
        compile(Map.of("a.Outer", """
                package a;
                import io.github.aivenjunit.jupiter.AivenProject;
                class Outer {
                    @AivenProject static class Started {}
                    @AivenProject class Inner {}
                    @AivenProject private static class Hidden {}
                    @AivenProject enum NoClass { ONE }
                }
                """));

        assertThat(index()).containsExactly("a.Outer$Started");
    }

    @Test
    void aCompilationOfSomeClassesKeepsTheOthersThatAreStillAnnotated() throws IOException {
        compile(Map.of("a.One", annotated("One"), "a.Two", annotated("Two"), "a.Three", annotated("Three")));
        Files.delete(output.resolve("a/Three.class"));

        compile(Map.of("a.One", "package a; class One {}", "a.Four", annotated("Four")));

        assertThat(index()).containsExactly("a.Four", "a.Two");
    }

    @Test
    void whenTheLastAnnotationGoesTheIndexIsEmpty() throws IOException {
        compile(Map.of("a.One", annotated("One")));
        assertThat(index()).containsExactly("a.One");

        compile(Map.of("a.One", "package a; class One {}"));

        assertThat(index()).isEmpty();
    }

    @Test
    void anIndexThatCannotBeWrittenIsAWarning() throws IOException {
        Files.createDirectories(output.resolve("META-INF"));
        Files.writeString(output.resolve("META-INF/aiven-junit"), "a file in the way");

        List<String> said = compile(Map.of("a.One", annotated("One")));

        assertThat(said)
                .anyMatch(message -> message.startsWith("META-INF/aiven-junit/classes.index cannot be written: ")
                        && message.endsWith(". Make the output directory writable, or leave aiven-junit-index out."));
    }

    private static String annotated(String name) {
        return "package a; @io.github.aivenjunit.jupiter.AivenProject class " + name + " {}";
    }

    private List<String> index() throws IOException {
        return Files.readAllLines(output.resolve(ClassIndexProcessor.INDEX));
    }

    /** What the compiler says. */
    private List<String> compile(Map<String, String> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(output));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-Xlint:all"),
                    null,
                    sources.entrySet().stream()
                            .map(source -> new Source(source.getKey(), source.getValue()))
                            .toList());
            task.setProcessors(List.of(new ClassIndexProcessor()));
            assertThat(task.call())
                    .as(() -> diagnostics.getDiagnostics().toString())
                    .isTrue();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
