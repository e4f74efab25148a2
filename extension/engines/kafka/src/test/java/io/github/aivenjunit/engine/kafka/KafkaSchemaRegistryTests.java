package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl.Permission;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAnswer;
import io.github.aivenjunit.emulator.engine.SchemaRegistryRequest;
import io.github.aivenjunit.emulator.engine.SchemaRegistryServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schema registry in the broker's process, as its clients and the control plane see it. */
class KafkaSchemaRegistryTests {

    private static final Map<String, Object> CONFIG = Map.of("schema_registry", true);
    private static final Credentials BOB = new Credentials("bob", "AVNS_bob:with colon");
    private static final String ORDER = "{'type':'record','name':'Order','fields':[{'name':'item','type':'string'}]}";
    private static final String ORDER_WITH_PRICE =
            ORDER.replace("}]}", "},{'name':'price','type':'long','default':0}]}");
    private static final String ORDER_WITH_NUMBER = ORDER.replace("'string'", "'long'");

    @RegisterExtension
    final KafkaServers servers = new KafkaServers();

    @Test
    void clientsRegisterReadCompareAndDelete() throws Exception {
        KafkaServer server = start();
        RegistryClient admin = servers.registry(server, KafkaServers.ADMIN);

        assertThat(admin.register("orders-value", "AVRO", ORDER)).isEqualTo("200 {'id':1}");
        assertThat(admin.register("orders-value", "AVRO", ORDER)).isEqualTo("200 {'id':1}");
        assertThat(admin.register("orders-value", "AVRO", ORDER_WITH_PRICE)).isEqualTo("200 {'id':2}");
        assertThat(admin.register("orders-value", "AVRO", ORDER_WITH_NUMBER)).startsWith("409 {'error_code':409,");
        assertThat(admin.register("bills-value", "JSON", "{'type':'object','required':['a']}"))
                .isEqualTo("200 {'id':3}");
        assertThat(admin.register("bills-value", "JSON", "{'type':'object','required':['a','b']}"))
                .startsWith("409 {'error_code':409,");
        assertThat(admin.get("/subjects/orders-value/versions")).isEqualTo("200 [1,2]");
        assertThat(admin.get("/schemas/ids/1/schema")).isEqualTo("200 " + ORDER);
        assertThat(admin.call("PUT", "/config/orders-value", "{'compatibility':'NONE'}"))
                .isEqualTo("200 {'compatibility':'NONE'}");
        assertThat(admin.register("orders-value", "AVRO", ORDER_WITH_NUMBER)).isEqualTo("200 {'id':4}");
        assertThat(admin.call("DELETE", "/subjects/bills-value", "")).isEqualTo("200 [1]");
        assertThat(admin.call("DELETE", "/subjects/bills-value?permanent=true", ""))
                .isEqualTo("200 [1]");
        assertThat(admin.get("/subjects")).isEqualTo("200 ['orders-value']");
        HttpResponse<String> answer = admin.send("GET", "/subjects", "");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");

        SchemaRegistryAnswer told = registry(server)
                .askSchemaRegistry(new SchemaRegistryRequest("GET", "/subjects/orders-value/versions", "", ""));
        assertThat(told).isEqualTo(new SchemaRegistryAnswer(200, "[1,2,3]"));
    }

    @Test
    void usersLogInWithTheirPasswordsAndDoWhatTheRulesSay() throws Exception {
        KafkaServer server = start();
        server.createUser(BOB);
        RegistryClient admin = servers.registry(server, KafkaServers.ADMIN);
        RegistryClient bob = servers.registry(server, BOB);
        admin.register("orders-value", "AVRO", ORDER);
        admin.register("bills-value", "AVRO", ORDER);

        HttpResponse<String> refused = admin.anonymous().send("GET", "/subjects", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Schema Registry\"");
        assertThat(servers.registry(server, new Credentials("avnadmin", "wrong"))
                        .get("/subjects"))
                .isEqualTo("401 {'error_code':401,'message':'Unauthorized'}");
        assertThat(bob.get("/subjects")).isEqualTo("200 []");

        registry(server)
                .replaceSchemaRegistryAcls(
                        List.of(new SchemaRegistryAcl("b*", Permission.READ, "Subject:orders-?alue")));
        assertThat(bob.get("/subjects")).isEqualTo("200 ['orders-value']");
        assertThat(bob.register("orders-value", "AVRO", ORDER_WITH_PRICE))
                .isEqualTo("403 {'error_code':403,'message':'Forbidden'}");
        assertThat(bob.get("/subjects/bills-value/versions")).startsWith("403 ");

        registry(server)
                .replaceSchemaRegistryAcls(List.of(
                        new SchemaRegistryAcl("bob", Permission.WRITE, "Subject:*"),
                        new SchemaRegistryAcl("bob", Permission.READ, "Config:")));
        assertThat(bob.register("orders-value", "AVRO", ORDER_WITH_PRICE)).isEqualTo("200 {'id':2}");
        assertThat(bob.get("/config")).startsWith("200 ");
        assertThat(bob.call("PUT", "/config", "{'compatibility':'NONE'}")).startsWith("403 ");

        server.changePassword(new Credentials("bob", "AVNS_new"));
        assertThat(bob.get("/subjects")).startsWith("401 ");
        server.dropUser("bob");
        assertThat(servers.registry(server, new Credentials("bob", "AVNS_new")).get("/subjects"))
                .startsWith("401 ");
    }

    @Test
    void schemasRulesAndAddressSurviveAPowerCycleAndACrash() throws Exception {
        KafkaServer server = start();
        server.createUser(BOB);
        registry(server)
                .replaceSchemaRegistryAcls(List.of(new SchemaRegistryAcl("bob", Permission.WRITE, "Subject:*")));
        List<EngineEndpoint> endpoints = server.endpoints();
        assertThat(endpoints).extracting(EngineEndpoint::component).containsExactly("kafka", "schema_registry");
        RegistryClient bob = servers.registry(server, BOB);
        bob.register("orders-value", "AVRO", ORDER);

        server.powerOff();
        assertThat(servers.data()).isEmptyDirectory();
        server.powerOn();

        assertThat(server.endpoints()).isEqualTo(endpoints);
        assertThat(bob.register("orders-value", "AVRO", ORDER_WITH_PRICE)).isEqualTo("200 {'id':2}");

        ProcessHandle broker = servers.broker();
        broker.destroyForcibly();
        broker.onExit().get(30, TimeUnit.SECONDS);
        server.powerOn();

        assertThat(bob.get("/subjects/orders-value/versions")).isEqualTo("200 [1,2]");
    }

    @Test
    void aServiceWithoutARegistryHasNoneToAsk() throws Exception {
        KafkaServer server = servers.start();

        assertThat(server.endpoints()).extracting(EngineEndpoint::component).containsExactly("kafka", "kafka_sasl");
        assertThatThrownBy(() -> registry(server).askSchemaRegistry(new SchemaRegistryRequest("GET", "/", "", "")))
                .isInstanceOf(KafkaRefusalException.class)
                .hasMessage("The service has no schema registry.");
        assertThat(servers.engine().describe(CONFIG)).isEqualTo("Apache Kafka 4.3.1 with a schema registry");
    }

    @Test
    void aTakenPortOfTheRegistryFailsTheStart() throws Exception {
        KafkaServer server = servers.create(servers.engine(), CONFIG);
        int port = KafkaServers.port(server, "schema_registry");
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThatThrownBy(server::powerOn)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "Kafka of service events did not start: The schema registry cannot listen on"
                                    + " 127.0.0.1:" + port + ": Address already in use. See the end of its log.");
        }
        assertThat(servers.processes()).isEmpty();
    }

    @Test
    void recordsCarryTheIdOfTheirSchema() throws Exception {
        KafkaServer server = start();
        server.createTopic(new KafkaTopic("orders", 1, 1, Map.of()));
        RegistryClient registry = servers.registry(server, KafkaServers.ADMIN);
        String answer = registry.register("orders-value", "AVRO", ORDER);
        int id = Integer.parseInt(answer.replaceAll(".*'id':(\\d+)}", "$1"));
        Schema written = new Schema.Parser().parse(ORDER.replace('\'', '"'));
        GenericRecord order = new GenericData.Record(written);
        order.put("item", "tea");

        TestClient kafka = servers.certified(server, "avnadmin");
        kafka.produce("orders", serialize(id, written, order));
        ByteBuffer received = ByteBuffer.wrap(kafka.consumeBytes("orders"));

        assertThat(received.get()).isZero();
        Schema found = new Schema.Parser()
                .parse(registry.send("GET", "/schemas/ids/" + received.getInt() + "/schema", "")
                        .body());
        byte[] payload = new byte[received.remaining()];
        received.get(payload);
        GenericRecord read = new GenericDatumReader<GenericRecord>(found)
                .read(null, DecoderFactory.get().binaryDecoder(payload, null));
        assertThat(String.valueOf(read.get("item"))).isEqualTo("tea");
    }

    /** As Confluent's serializers do: a zero, the id, and the record. */
    private static byte[] serialize(int id, Schema schema, GenericRecord value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private KafkaServer start() throws IOException, InterruptedException {
        KafkaServer server = servers.create(servers.engine(), CONFIG);
        server.powerOn();
        return server;
    }

    private static SchemaRegistryServer registry(KafkaServer server) {
        return (SchemaRegistryServer) server;
    }
}
