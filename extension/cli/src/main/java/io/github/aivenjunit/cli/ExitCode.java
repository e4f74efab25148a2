package io.github.aivenjunit.cli;

/** How a command ended, for schedulers. */
public enum ExitCode {

    /** Nothing is left to be deleted; what a check refused, or still is in use, does not count. */
    DONE(0),

    /** A dry run found something that {@code sweep --delete} would delete. */
    FOUND(1),

    /** The command line or the configuration cannot be used. */
    USAGE(2),

    /** The API cannot be asked: no token, a token that is not accepted, or no answer. */
    API(3),

    /** Something could not be deleted or looked at, and may cost money. */
    LEFT(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }
}
