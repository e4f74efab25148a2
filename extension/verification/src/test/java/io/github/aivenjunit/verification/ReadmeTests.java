package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README tells the truth about today's code. */
class ReadmeTests {

    private static final Path TOP = Path.of("..", "..");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\"(aiven\\.[a-zA-Z.]+[a-zA-Z])\"");

    @Test
    void everyExampleIsPartOfASampleThatIsCompiledAndRun() throws IOException {
        List<String> samples = sources(TOP.resolve("sample-tests"));
        List<String> examples = JAVA_BLOCK
                .matcher(Files.readString(TOP.resolve("README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(examples)
                .hasSizeGreaterThan(2)
                .allSatisfy(example -> assertThat(samples)
                        .as(example)
                        .anyMatch(sample -> normalized(sample).contains(normalized(example))));
    }

    @Test
    void everyConfigurationKeyIsInTheTable() throws IOException {
        String readme = Files.readString(TOP.resolve("README.md"));
        List<String> keys =
                sources(TOP.resolve("extension/provisioning/src/main/java/io/github/aivenjunit/config")).stream()
                        .flatMap(source -> KEY.matcher(source).results().map((MatchResult match) -> match.group(1)))
                        .distinct()
                        // The name of the user's file.
                        .filter(key -> !key.equals("aiven.properties"))
                        .toList();

        assertThat(keys)
                .hasSizeGreaterThan(10)
                .allSatisfy(key -> assertThat(readme).contains("| `" + key + "` |"));
    }

    private static List<String> sources(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new IllegalStateException("Cannot read " + file + ".", e);
                        }
                    })
                    .toList();
        }
    }

    private static String normalized(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
