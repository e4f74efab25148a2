package io.github.aivenjunit.maven;

import io.github.aivenjunit.cli.AivenJunit;
import io.github.aivenjunit.cli.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A command of the command line, with its options as parameters. */
abstract class CommandMojo extends AbstractMojo {

    /** Only what this run made, expired or not. The id stands in the tag {@code aiven-junit-run}. */
    @Parameter(property = "sweep.run")
    @Nullable
    String run;

    /** Also what was created longer ago than this, such as 6h or 2d, and has not expired; with a run only that. */
    @Parameter(property = "sweep.olderThan")
    @Nullable
    String olderThan;

    /** Also our services in these projects, which are somebody else's. */
    @Parameter(property = "sweep.projects")
    @Nullable
    List<String> projects;

    /** Also our services in every project that the token can see. One request for each. */
    @Parameter(property = "sweep.allProjects", defaultValue = "false")
    boolean allProjects;

    /** Where the sessions of this machine wrote down what they made, if not where they usually do. */
    @Parameter(property = "sweep.journal")
    @Nullable
    File journal;

    /** A file to write the result to as JSON, in place of a table in the log. */
    @Parameter(property = "sweep.json")
    @Nullable
    File json;

    /** The name of the command, and the options that only it has. */
    abstract List<String> command();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = AivenJunit.run(arguments(), new PrintWriter(out, true), new PrintWriter(err, true));
        publish(out.toString());
        conclude(code, err.toString().strip());
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(command());
        if (run != null) {
            arguments.add("--run=" + run);
        }
        if (olderThan != null) {
            arguments.add("--older-than=" + olderThan);
        }
        if (projects != null) {
            projects.forEach(project -> arguments.add("--project=" + project));
        }
        if (allProjects) {
            arguments.add("--all-projects");
        }
        if (journal != null) {
            arguments.add("--journal=" + journal);
        }
        if (json != null) {
            arguments.add("--json");
        }
        return arguments;
    }

    private void publish(String result) throws MojoExecutionException {
        if (result.isBlank()) {
            return;
        }
        if (json == null) {
            result.lines().forEach(getLog()::info);
            return;
        }
        Path file = json.toPath().toAbsolutePath();
        try {
            Path directory = file.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, result, StandardCharsets.UTF_8);
            getLog().info("The result is in " + file);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write " + file + ". Set 'json' (sweep.json) to another file.", e);
        }
    }

    /** What a dry run found fails no build; what is left does. */
    void conclude(int code, String messages) throws MojoExecutionException, MojoFailureException {
        if (code == ExitCode.LEFT.number()) {
            throw new MojoFailureException(
                    "Something is left on Aiven and may cost money. The table above, or the JSON, says what and why.");
        }
        if (code != ExitCode.DONE.number() && code != ExitCode.FOUND.number()) {
            throw new MojoExecutionException(messages);
        }
        if (!messages.isEmpty()) {
            messages.lines().forEach(getLog()::warn);
        }
    }
}
