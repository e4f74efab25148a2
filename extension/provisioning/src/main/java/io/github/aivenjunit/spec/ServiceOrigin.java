package io.github.aivenjunit.spec;

/** Another service of the project, whose data a new one starts with. The new one is built when that one is ready. */
public sealed interface ServiceOrigin {

    /** The declared name of the other service. */
    String source();

    /** The annotation attribute that declares it. */
    String attribute();

    /** A copy that follows the source and can only be read. */
    record ReadReplica(String source) implements ServiceOrigin {

        @Override
        public String attribute() {
            return "readReplicaOf";
        }
    }

    /** A copy of the source's last backup that goes its own way. */
    record Fork(String source) implements ServiceOrigin {

        @Override
        public String attribute() {
            return "forkOf";
        }
    }
}
