package io.github.aivenjunit.timeline;

import io.github.aivenjunit.project.EphemeralProject;

/**
 * The lane of one test class in the timeline of a run. It begins, with a wait for the project, when it is asked for.
 * Each moment is written down once; later calls of the same method are ignored. Thread-safe; no method fails.
 *
 * <pre>{@code
 * ClassTimeline lane = session.timeline("OrderTest");
 * lane.usable(provisioned.provision());
 * lane.test(TestOutcome.PASSED);
 * lane.tested();
 * provisioned.close();
 * lane.finished();
 * }</pre>
 */
public interface ClassTimeline {

    /** The wait is over. */
    void usable(EphemeralProject project);

    /** A test ended. */
    void test(TestOutcome outcome);

    /** The last test ended; what follows is deletion. */
    void tested();

    /** The class is over. */
    void finished();
}
