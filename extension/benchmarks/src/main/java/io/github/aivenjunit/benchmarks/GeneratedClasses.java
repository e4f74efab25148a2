package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.index.ClassIndexProcessor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Empty subclasses of a test class, as many as one likes.
 *
 * @param superclass a class of this package
 */
record GeneratedClasses(Class<?> superclass) {

    /** Compiles so many, with their index, into that directory, which belongs on the class path of whoever loads them. */
    void compile(int count, Path directory) throws IOException {
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new IOException("This Java has no compiler. Run the benchmarks with a JDK."));
        Files.createDirectories(directory);
        List<String> options = List.of(
                "-processor",
                ClassIndexProcessor.class.getName(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString());
        List<JavaFileObject> sources =
                IntStream.range(0, count).mapToObj(this::source).collect(Collectors.toList());
        if (!compiler.getTask(null, null, null, options, null, sources).call()) {
            throw new IOException("The generated classes do not compile. Look at what the compiler says above.");
        }
    }

    /** Some of those that were compiled. */
    List<Class<?>> load(int from, int count) throws ClassNotFoundException {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names(from + count).subList(from, from + count)) {
            classes.add(Class.forName(name));
        }
        return classes;
    }

    /** The full names of the first. */
    List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> superclass.getPackageName() + "." + name(number))
                .toList();
    }

    private String name(int number) {
        return superclass.getSimpleName() + number;
    }

    private JavaFileObject source(int number) {
        String text = "package " + superclass.getPackageName() + "; class " + name(number) + " extends "
                + superclass.getSimpleName() + " {}";
        return new SimpleJavaFileObject(URI.create("string:///" + name(number) + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
