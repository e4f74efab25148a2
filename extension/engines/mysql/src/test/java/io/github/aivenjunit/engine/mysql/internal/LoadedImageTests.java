package io.github.aivenjunit.engine.mysql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadedImageTests {

    @Test
    void aProgramEndsWithItsLastSegmentAndNamesNoSectionsBehindIt() throws Exception {
        byte[] program = program(200_000, 5_000, 90_000);

        byte[] copy = copy(program);

        assertThat(copy).hasSize(90_000);
        ByteBuffer head = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(head.getLong(0x28)).as("place of the sections").isZero();
        assertThat(head.getInt(0x3c)).as("number of the sections").isZero();
        Arrays.fill(program, 0x28, 0x40, (byte) 0);
        Arrays.fill(copy, 0x28, 0x40, (byte) 0);
        assertThat(copy).isEqualTo(Arrays.copyOf(program, 90_000));
    }

    @Test
    void whatIsNoSuchProgramIsCopiedAsItIs() throws Exception {
        byte[] text = random(10_000);
        assertThat(copy(text)).isEqualTo(text);
        assertThat(copy(Arrays.copyOf(text, 10))).isEqualTo(Arrays.copyOf(text, 10));

        byte[] bigEndian = program(10_000, 5_000);
        bigEndian[5] = 2;
        assertThat(copy(bigEndian)).isEqualTo(bigEndian);

        byte[] otherSegments = program(10_000, 5_000);
        otherSegments[0x36] = 57;
        assertThat(copy(otherSegments)).isEqualTo(otherSegments);
    }

    @Test
    void aCutProgramIsAnError() {
        byte[] program = program(20_000, 30_000);

        assertThatThrownBy(() -> copy(program))
                .isInstanceOf(IOException.class)
                .hasMessage("The program ends before its last segment. Check its jar.");
    }

    private static byte[] program(int length, int... segmentEnds) {
        byte[] bytes = random(length);
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1});
        head.putLong(0x20, 64);
        head.putShort(0x36, (short) 56).putShort(0x38, (short) segmentEnds.length);
        for (int segment = 0; segment < segmentEnds.length; segment++) {
            head.putLong(64 + segment * 56 + 0x08, 1_000);
            head.putLong(64 + segment * 56 + 0x20, segmentEnds[segment] - 1_000);
        }
        return bytes;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] copy(byte[] file) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        LoadedImage.copy(new ByteArrayInputStream(file), target);
        return target.toByteArray();
    }
}
