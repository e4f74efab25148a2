package io.github.aivenjunit.client;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words shared with other JVMs for as long as their file can be used, and then those of this JVM. Thread-safe. */
final class SharedWords implements BudgetWords {

    private static final Logger logger = LoggerFactory.getLogger(RequestGovernor.class);

    private final Path file;
    private volatile BudgetWords words;

    SharedWords(Path file) {
        this.file = file;
        this.words = open();
    }

    @Override
    public long get(int index) {
        try {
            return words.get(index);
        } catch (InternalError e) { // how the JVM reports that the file behind its memory is gone
            degrade(e);
            return words.get(index);
        }
    }

    @Override
    public boolean swap(int index, long expected, long value) {
        try {
            return words.swap(index, expected, value);
        } catch (InternalError e) {
            degrade(e);
            return false;
        }
    }

    private BudgetWords open() {
        try {
            return MappedWords.open(file);
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            warn(e);
            return BudgetWords.ofThisJvm();
        }
    }

    private synchronized void degrade(InternalError e) {
        if (words instanceof MappedWords) {
            words = BudgetWords.ofThisJvm();
            warn(e);
        }
    }

    private void warn(Throwable reason) {
        logger.warn(
                "The request budget in {} cannot be shared ({}), so this JVM keeps to one of its own. Make the file"
                        + " writable, so that JVMs side by side stay below the API's limit together.",
                file,
                reason.toString());
    }
}
