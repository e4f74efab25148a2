package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.engine.kafka.internal.wire.Frame;
import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The line to one broker's process, whose life hangs on it. All traffic runs on a thread of its own, because an interrupt
 * would close the channel of the thread that it meets. Thread-safe.
 */
final class BrokerConnection implements AutoCloseable {

    private final ServerSocketChannel listener;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable SocketChannel channel;

    private BrokerConnection(ServerSocketChannel listener) {
        this.listener = listener;
        this.thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, "aiven-junit kafka orders");
            made.setDaemon(true);
            return made;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Waits for the broker's process in its directory, where nobody else may go. */
    static BrokerConnection listen(Path directory) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(directory.resolve("control")));
            return new BrokerConnection(listener);
        } catch (IOException failure) {
            listener.close();
            throw failure;
        }
    }

    /**
     * Sends an order. The answer, without its first word, comes as the future's value, or as one of these exceptions: a
     * {@link KafkaRefusalException}, or another {@link IOException} when the process ends first.
     */
    Future<List<String>> ask(Order order, List<String> words) {
        List<String> message = new ArrayList<>(List.of(order.name()));
        message.addAll(words);
        Callable<List<String>> exchange = () -> exchange(message);
        return thread.submit(exchange);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            listener.close();
            SocketChannel open = channel;
            if (open != null) {
                open.close();
            }
        } catch (IOException alreadyGone) {
            // The process is gone or will be killed.
        }
    }

    private List<String> exchange(List<String> message) throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            open = listener.accept();
            channel = open;
            listener.close();
        }
        Frame.write(open, message);
        List<String> answer = Frame.read(open).orElseThrow(() -> new EOFException("The broker's process ended."));
        if (answer.get(0).equals(Frame.REFUSED)) {
            throw new KafkaRefusalException(answer.get(1), answer.get(2));
        }
        return answer.subList(1, answer.size());
    }
}
