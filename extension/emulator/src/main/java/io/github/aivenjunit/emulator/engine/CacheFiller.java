package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the content of one entry of the cache of a {@link NativeHost}. */
@FunctionalInterface
public interface CacheFiller {

    /**
     * Fills an empty directory. What it holds when this method returns normally becomes the entry.
     *
     * @throws IOException if the content cannot be made; nothing is kept then
     * @throws InterruptedException if the calling thread was interrupted; nothing is kept then
     */
    void fill(Path directory) throws IOException, InterruptedException;
}
