package io.github.aivenjunit.emulator.internal.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A client's connection that may be idle for as long as it likes, but has limited time for a request, from its first byte
 * until the answer begins. One thread reads and writes.
 */
final class PatientSocket extends Socket {

    private final long limitNanos;
    private boolean receiving;
    private long begin;

    PatientSocket(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                setSoTimeout(rest());
                int count = in.read(bytes, offset, length);
                if (count > 0 && !receiving) {
                    receiving = true;
                    begin = System.nanoTime();
                }
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                receiving = false;
                out.write(bytes, offset, length);
            }
        };
    }

    /** Milliseconds; 0 for any time. */
    private int rest() throws IOException {
        if (!receiving) {
            return 0;
        }
        long rest = limitNanos - (System.nanoTime() - begin);
        if (rest <= 0) {
            throw new SocketTimeoutException("The request came in too slowly.");
        }
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(rest));
    }
}
