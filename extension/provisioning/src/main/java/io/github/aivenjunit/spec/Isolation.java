package io.github.aivenjunit.spec;

/** What a class has to itself inside a project that it shares. */
public enum Isolation {

    /** Nothing: the class sees what the classes before it and beside it have done. The default. */
    NONE,

    /**
     * A database, or a prefix for the names of topics, keys and indexes, which are dropped after the class. Handles take
     * declared names and give real ones. A class with a project of its own has everything to itself anyway.
     */
    PER_CLASS
}
