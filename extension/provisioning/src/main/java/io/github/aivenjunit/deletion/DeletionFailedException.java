package io.github.aivenjunit.deletion;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that we created could not be deleted and may cost money. The message names what is left, what it costs and
 * the command that removes it; the causes are suppressed exceptions.
 */
public final class DeletionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeletionFailedException(String project, DeletionResult.Outcome.Left left) {
        super(message(project, left));
        left.leftovers().stream()
                .map(DeletionResult.Leftover::cause)
                .flatMap(Optional::stream)
                .forEach(this::addSuppressed);
    }

    private static String message(String project, DeletionResult.Outcome.Left left) {
        return left.leftovers().stream()
                .map(leftover -> describe(project, leftover))
                .collect(Collectors.joining("; ", "Not deleted: ", "."));
    }

    private static String describe(String project, DeletionResult.Leftover leftover) {
        return leftover.service()
                        .map(service -> "service '" + service + "' of project '" + project + "'")
                        .orElse("project '" + project + "'")
                + leftover.hourlyPrice()
                        .map(price -> ", which costs " + price + " an hour,")
                        .orElse("")
                + " (" + leftover.reason() + "); remove it with: "
                + leftover.service()
                        .map(service -> "avn service terminate --force --project " + project + " " + service)
                        .orElse("avn project delete " + project);
    }
}
