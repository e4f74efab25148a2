package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The emulator's README names, for every fault there is, the test of what we make of it. */
class FaultTableTests {

    private static final Path EXTENSION = Path.of("..");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\| .* \\| `(\\w+)#(\\w+)` \\|$", Pattern.MULTILINE);

    @Test
    void everyFaultHasATestOfOurReaction() throws IOException {
        TreeMap<String, String> rows = new TreeMap<>();
        ROW.matcher(Files.readString(EXTENSION.resolve("emulator/README.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2) + " " + row.group(3)));

        assertThat(rows)
                .containsOnlyKeys(kinds(Fault.class).map(Class::getSimpleName).toList());
        for (var row : rows.entrySet()) {
            List<String> test = List.of(row.getValue().split(" ", -1));
            assertThat(source(test.get(0)))
                    .as(row.getKey())
                    .containsPattern("@Test\\s+void " + test.get(1) + "\\(")
                    .satisfiesAnyOf(
                            source -> assertThat(source).contains("Fault." + row.getKey()),
                            source -> assertThat(source(test.get(0).replace("MatrixTests", "Case")))
                                    .contains("Fault." + row.getKey()));
        }
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultTableTests::kinds);
    }

    private static String source(String testClass) {
        for (String module : List.of("verification", "provisioning")) {
            try (Stream<Path> files = Files.walk(EXTENSION.resolve(module).resolve("src/test/java"))) {
                List<Path> found =
                        files.filter(file -> file.endsWith(testClass + ".java")).toList();
                if (!found.isEmpty()) {
                    return Files.readString(found.get(0));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError("There is no " + testClass + ".");
    }
}
