package io.github.aivenjunit.spec;

/** Who uses a project. */
public enum Scope {

    /** Every class has a project of its own. The default. */
    CLASS,

    /**
     * Classes of a run that declare the same, but for their names, share a project: the first that needs it has it
     * created, and the last out of the run deletes it. On Aiven they share it across the forks of a build too; the embedded
     * emulator ends with its JVM, so there they share it within one fork.
     */
    RUN
}
