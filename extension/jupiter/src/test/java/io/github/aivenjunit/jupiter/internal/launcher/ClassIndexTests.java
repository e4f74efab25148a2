package io.github.aivenjunit.jupiter.internal.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.provision.ForkClass;
import io.github.aivenjunit.spec.ProjectSpec;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one fork can begin for the others. */
class ClassIndexTests {

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void onlyClassesThatTheBuildRunsAreBegunAndInItsOrder() throws IOException {
        index(first, Orders.class, Stock.class, Shelf.class);

        assertThat(startable(Stock.class, ClassIndexTests.class, Orders.class))
                .extracting(ForkClass::name)
                .containsExactly(Stock.class.getName(), Orders.class.getName());
    }

    @Test
    void theIndexesOfAllModulesOnTheClassPathCount() throws IOException {
        index(first, Orders.class);
        index(second, Stock.class);

        assertThat(startable(Orders.class, Stock.class)).hasSize(2);
    }

    @Test
    void withoutAnIndexNothingIsKnown() throws IOException {
        try (URLClassLoader loader = loader()) {
            assertThat(ClassIndex.of(loader)).isEmpty();
        }
    }

    @Test
    void theDeclarationIsThatOfTheClass() throws IOException {
        index(first, Orders.class);

        assertThat(specs(Orders.class)).singleElement().satisfies(spec -> {
            assertThat(spec.label()).contains("Orders");
            assertThat(spec.services())
                    .singleElement()
                    .satisfies(service -> assertThat(service.name()).isEqualTo("orders"));
        });
    }

    @Test
    void classesWithoutATestThatRunsNeedNothing() throws IOException {
        index(first, Off.class, Empty.class, AllOff.class, NestedOff.class, Around.class);

        assertThat(specs(Off.class, Empty.class, AllOff.class, NestedOff.class)).isEmpty();
        assertThat(specs(Around.class)).hasSize(1);
    }

    @Test
    void aClassThatIsGoneNeedsNothing() throws IOException {
        Path index = first.resolve("META-INF/aiven-junit/classes.index");
        Files.createDirectories(index.getParent());
        Files.writeString(index, "com.example.GoneTest\n");

        try (URLClassLoader loader = loader()) {
            assertThat(ClassIndex.of(loader).orElseThrow().startable(List.of("com.example.GoneTest")))
                    .singleElement()
                    .satisfies(gone -> assertThat(gone.spec().get()).isEmpty());
        }
    }

    private List<ProjectSpec> specs(Class<?>... classes) throws IOException {
        return startable(classes).stream()
                .map(ForkClass::spec)
                .map(spec -> spec.get())
                .flatMap(Optional::stream)
                .toList();
    }

    private List<ForkClass> startable(Class<?>... classes) throws IOException {
        try (URLClassLoader loader = loader()) {
            return ClassIndex.of(loader)
                    .orElseThrow()
                    .startable(Arrays.stream(classes).map(Class::getName).toList());
        }
    }

    private URLClassLoader loader() throws MalformedURLException {
        return new URLClassLoader(
                new URL[] {first.toUri().toURL(), second.toUri().toURL()}, ClassIndexTests.class.getClassLoader());
    }

    private static void index(Path directory, Class<?>... classes) throws IOException {
        Path index = directory.resolve("META-INF/aiven-junit/classes.index");
        Files.createDirectories(index.getParent());
        Files.write(index, Stream.of(classes).map(Class::getName).toList());
    }

    @AivenProject
    @AivenPostgres(name = "orders")
    static class Orders {

        @Test
        void stores() {}
    }

    @AivenProject
    @AivenPostgres
    static class Stock {

        @Test
        void counts() {}
    }

    @AivenProject
    static class Shelf {

        @Test
        void stands() {}
    }

    @Disabled("on purpose")
    @AivenProject
    static class Off {

        @Test
        void stores() {}
    }

    @AivenProject
    static class Empty {}

    @AivenProject
    static class AllOff {

        @Test
        @Disabled("on purpose")
        void stores() {}
    }

    @AivenProject
    static class NestedOff {

        @Nested
        @Disabled("on purpose")
        class Inside {

            @Test
            void stores() {}
        }
    }

    @AivenProject
    static class Around {

        @Nested
        class Inside {

            @Test
            void stores() {}
        }
    }
}
