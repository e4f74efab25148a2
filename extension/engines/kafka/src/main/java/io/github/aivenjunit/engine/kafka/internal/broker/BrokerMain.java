package io.github.aivenjunit.engine.kafka.internal.broker;

import io.github.aivenjunit.engine.kafka.internal.wire.Frame;
import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.common.protocol.Errors;

/*
 * The connection to the test's JVM is this process's life line: when it ends, so does the process, whatever it is doing
 * at that moment. Hence one thread does nothing but read.
 */
/** Takes orders from the test's JVM, which listens in the directory that is the only argument, and obeys one by one. */
public final class BrokerMain {

    private final SocketChannel channel;
    private final BlockingQueue<List<String>> orders = new LinkedBlockingQueue<>();
    private final Broker broker;

    private BrokerMain(SocketChannel channel, Path directory) {
        this.channel = channel;
        this.broker = new Broker(directory);
    }

    /** Runs until the test's JVM lets go. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("control")));
        BrokerMain main = new BrokerMain(channel, directory);
        Thread reader = new Thread(main::read, "aiven-junit orders");
        reader.setDaemon(true);
        reader.start();
        main.obey();
    }

    private void read() {
        try {
            Optional<List<String>> order = Frame.read(channel);
            while (order.isPresent()) {
                orders.add(order.get());
                order = Frame.read(channel);
            }
        } catch (IOException | RuntimeException lost) {
            // As good as an end.
        }
        Runtime.getRuntime().halt(0);
    }

    private void obey() throws IOException, InterruptedException {
        while (true) {
            List<String> words = orders.take();
            Order order = Order.valueOf(words.get(0));
            Frame.write(channel, answer(order, words.subList(1, words.size())));
            if (order == Order.EXIT) {
                System.exit(0);
            }
        }
    }

    private List<String> answer(Order order, List<String> words) throws InterruptedException {
        try {
            List<String> answer = new ArrayList<>(List.of(Frame.DONE));
            answer.addAll(broker.obey(order, words));
            return answer;
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception refusal) {
            Throwable cause = Answers.cause(refusal);
            String message = Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
            return List.of(Frame.REFUSED, Errors.forException(cause).name(), message);
        }
    }
}
