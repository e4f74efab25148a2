package io.github.aivenjunit.emulator.engine;

/** An engine whose servers can start with the data of another one. Thread-safe. */
public interface CopyingEngine extends ServiceEngine {

    /**
     * Like {@link #create}, for a server that copies the data of another one of this engine at its first start. The
     * source may be running or powered off then; when it is gone, the start fails. The first user is renamed and gets
     * the password of the request; all other users and databases come with the data.
     *
     * @throws IllegalArgumentException if the request asks for another version than the source's
     */
    EngineInstance createCopy(EngineRequest request, EngineInstance source, CopyKind kind);

    /** What a copy lacks that the real service has, as a sentence for those who create one. */
    String limits(CopyKind kind);
}
