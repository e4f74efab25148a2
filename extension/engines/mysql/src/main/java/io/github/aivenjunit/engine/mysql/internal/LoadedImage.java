package io.github.aivenjunit.engine.mysql.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The part of a program's file that the system loads. What follows it in MariaDB's for Linux is 284 of 314 MB of symbols
 * for a debugger, which would only cost time and room in the cache.
 */
final class LoadedImage {

    private static final int ELF = 0x7f454c46;
    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;
    private static final int HEADER = 64;
    private static final int SEGMENT = 56;
    /** The segments' table follows the header at once, so that both fit in here. */
    private static final int HEAD = 4_096;

    private LoadedImage() {}

    /** Copies the loaded part of a 64-bit ELF file; any other file is copied as it is. */
    static void copy(InputStream file, OutputStream target) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(file.readNBytes(HEAD));
        long end = end(head);
        if (end <= head.limit()) {
            target.write(head.array());
            file.transferTo(target);
            return;
        }
        // The table of sections lies behind the end.
        head.putLong(0x28, 0).putInt(0x3c, 0).putShort(0x3a, (short) 0);
        target.write(head.array());
        byte[] block = new byte[1 << 16];
        for (long left = end - head.limit(); left > 0; ) {
            int count = file.readNBytes(block, 0, (int) Math.min(left, block.length));
            if (count == 0) {
                throw new IOException("The program ends before its last segment. Check its jar.");
            }
            target.write(block, 0, count);
            left -= count;
        }
    }

    /** Where the last segment ends in the file; 0 for what is not understood. */
    private static long end(ByteBuffer head) {
        if (head.limit() < HEAD || head.getInt(0) != ELF || head.get(4) != CLASS_64 || head.get(5) != LITTLE_ENDIAN) {
            return 0;
        }
        head.order(ByteOrder.LITTLE_ENDIAN);
        int count = Short.toUnsignedInt(head.getShort(0x38));
        if (head.getLong(0x20) != HEADER || head.getShort(0x36) != SEGMENT || HEADER + count * SEGMENT > head.limit()) {
            return 0;
        }
        long end = 0;
        for (int segment = HEADER; segment < HEADER + count * SEGMENT; segment += SEGMENT) {
            end = Math.max(end, head.getLong(segment + 0x08) + head.getLong(segment + 0x20));
        }
        return end;
    }
}
