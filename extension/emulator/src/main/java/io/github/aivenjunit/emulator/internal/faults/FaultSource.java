package io.github.aivenjunit.emulator.internal.faults;

import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** What somebody has written to describe a fault. Each method throws {@link IllegalArgumentException} with a sentence. */
interface FaultSource {

    /** The name of the fault's record. */
    String kind();

    /** The value of a component, if it is there. */
    Optional<Object> value(RecordComponent component);

    /** Says that a component is needed. */
    IllegalArgumentException lacks(RecordComponent component);

    /** Says that a value which stands here has not been asked for. */
    void requireAllUsed();

    /** What the id of the operation is called here that a fault aims at. */
    String operation();
}
