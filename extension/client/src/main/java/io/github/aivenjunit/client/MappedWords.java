package io.github.aivenjunit.client;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Words in a small file that every JVM of this user maps into its memory. There is no lock, so no holder can die with
 * it. Thread-safe.
 */
final class MappedWords implements BudgetWords {

    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int SIZE = COUNT * Long.BYTES;

    private final MappedByteBuffer memory;

    private MappedWords(MappedByteBuffer memory) {
        this.memory = memory;
    }

    /** Maps the file, which is made when there is none; only its owner can read it. */
    static MappedWords open(Path file) throws IOException {
        create(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long missing = SIZE - channel.size();
            if (missing > 0) {
                // Written, not skipped: a page without room on the disk would fail at its first use.
                channel.write(ByteBuffer.allocate((int) missing), channel.size());
            }
            return new MappedWords(channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE));
        }
    }

    @Override
    public long get(int index) {
        return (long) LONGS.getVolatile(memory, index * Long.BYTES);
    }

    @Override
    public boolean swap(int index, long expected, long value) {
        return LONGS.compareAndSet(memory, index * Long.BYTES, expected, value);
    }

    private static void create(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory, ownerOnly(file, "rwx------"));
        }
        if (!Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(file, "rw-------"))) {
                channel.position(0);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
