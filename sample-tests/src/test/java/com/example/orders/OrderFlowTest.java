package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.connection.KafkaConnection;
import io.github.aivenjunit.jupiter.AivenKafka;
import io.github.aivenjunit.jupiter.AivenOpenSearch;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenTopic;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.project.OpenSearchService;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ValkeyService;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Four services in one project: orders go from PostgreSQL through Kafka to OpenSearch, and Valkey counts them. */
@AivenProject
@AivenPostgres(databases = "orders")
@AivenKafka(topics = @AivenTopic(name = "orders", partitions = 3))
@AivenOpenSearch
@AivenValkey
class OrderFlowTest {

    @BeforeAll
    static void takeOrders(PostgresService postgres) throws SQLException {
        try (Connection connection = postgres.connect("orders");
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders(id text primary key, item text)");
            statement.execute("insert into orders values ('1', 'a hexagon bolt'), ('2', 'two nuts'), ('3', 'a bolt')");
        }
    }

    @Test
    void everyOrderIsFound(PostgresService postgres, KafkaService kafka, OpenSearchService search, ValkeyService valkey)
            throws Exception {
        int sent = publish(postgres, kafka.certificate());
        try (OrderIndex index = new OrderIndex(search);
                Jedis counter = counter(valkey)) {
            index(kafka.certificate(), sent, index, counter);

            assertThat(index.find("bolt")).containsExactlyInAnyOrder("1", "3");
            assertThat(counter.get("indexed")).isEqualTo("3");
        }
    }

    private static int publish(PostgresService postgres, KafkaConnection kafka) throws SQLException {
        int sent = 0;
        try (Connection connection = postgres.connect("orders");
                Statement statement = connection.createStatement();
                ResultSet orders = statement.executeQuery("select id, item from orders");
                var producer = new KafkaProducer<String, String>(
                        kafka.producer(StringSerializer.class, StringSerializer.class))) {
            while (orders.next()) {
                producer.send(new ProducerRecord<>("orders", orders.getString("id"), orders.getString("item")));
                sent++;
            }
        }
        return sent;
    }

    private static void index(KafkaConnection kafka, int expected, OrderIndex index, Jedis counter) throws IOException {
        try (var consumer = new KafkaConsumer<String, String>(
                kafka.consumer("indexer", StringDeserializer.class, StringDeserializer.class))) {
            consumer.subscribe(List.of("orders"));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            int received = 0;
            while (received < expected && System.nanoTime() - deadline < 0) {
                for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofMillis(200))) {
                    index.add(order.key(), order.value());
                    counter.incr("indexed");
                    received++;
                }
            }
        }
    }

    private static Jedis counter(ValkeyService valkey) {
        SSLParameters checkHostName = new SSLParameters();
        checkHostName.setEndpointIdentificationAlgorithm("HTTPS");
        return new Jedis(valkey.server().uri(), valkey.sslContext().getSocketFactory(), checkHostName, null);
    }
}
