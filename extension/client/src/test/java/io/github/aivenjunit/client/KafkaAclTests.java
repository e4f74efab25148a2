package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.KafkaAcl;
import io.github.aivenjunit.client.model.KafkaAclCreate;
import io.github.aivenjunit.client.model.NativeKafkaAcl;
import io.github.aivenjunit.client.model.NativeKafkaAclCreate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaAclTests {

    private static final String ACLS = "/v1/project/p1/service/k/acl";
    private static final String NATIVE = "/v1/project/p1/service/k/kafka/acl";
    private static final String DEFAULT =
            "{\"id\": \"default\", \"permission\": \"admin\", \"topic\": \"*\", \"username\": \"avnadmin\"}";
    private static final String OURS =
            "{\"id\": \"acl1\", \"permission\": \"read\", \"topic\": \"orders\", \"username\": \"app\"}";
    private static final KafkaAclCreate READ = new KafkaAclCreate("read", "orders", "app");
    private static final KafkaAcl ENTRY = new KafkaAcl("acl1", "read", "orders", "app");
    private static final NativeKafkaAclCreate NATIVE_READ =
            NativeKafkaAclCreate.allow("User:app", "Read", "Topic", "orders");
    private static final String NATIVE_OURS = """
            {"id": "n1", "principal": "User:app", "host": "*", "operation": "Read", "resource_type": "Topic",
             "resource_name": "orders", "pattern_type": "LITERAL", "permission_type": "ALLOW"}""";
    private static final NativeKafkaAcl NATIVE_ENTRY =
            new NativeKafkaAcl("n1", "User:app", "*", "Read", "Topic", "orders", "LITERAL", "ALLOW");

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void listReadsAllEntries() throws InterruptedException {
        api.answers("{\"acl\": [" + DEFAULT + ", " + OURS + "]}");

        assertThat(api.client().kafkaAcls().list("p1", "k"))
                .containsExactly(new KafkaAcl("default", "admin", "*", "avnadmin"), ENTRY);
        api.received("GET", ACLS);
    }

    @Test
    void addFindsTheNewEntryInTheWholeList() throws InterruptedException {
        api.answers("{\"acl\": [" + OURS.replace("acl1", "acl0") + ", " + DEFAULT + ", " + OURS + "]}");

        assertThat(api.client().kafkaAcls().add("p1", "k", READ)).isEqualTo(ENTRY);
        api.received("POST", ACLS, "{\"permission\": \"read\", \"topic\": \"orders\", \"username\": \"app\"}");
    }

    @Test
    void aLostAddIsLookedUpInTheList() throws InterruptedException {
        api.losesTheAnswer().answers("{\"acl\": [" + DEFAULT + ", " + OURS + "]}");

        assertThat(api.client().kafkaAcls().add("p1", "k", READ)).isEqualTo(ENTRY);
        assertThat(api.receivedPaths()).containsExactly("POST " + ACLS, "GET " + ACLS);
    }

    @Test
    void anAnswerWithoutTheNewEntryIsNotBelieved() {
        String without = "{\"acl\": [" + DEFAULT + "]}";
        api.answers(without).answers(without);

        assertThatThrownBy(() -> api.client(builder -> builder.retry(RetryPolicy.none()))
                        .kafkaAcls()
                        .add("p1", "k", READ))
                .isExactlyInstanceOf(AivenApiException.MalformedAnswer.class)
                .hasMessage(
                        "POST " + ACLS + " answered 200 with a body that cannot be used: the new entry is missing in"
                                + " acl. Check that localhost:" + api.endpoint().getPort()
                                + " is the Aiven API, and any proxy in between.");
    }

    @Test
    void deleteOfAnEntryThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{\"acl\": []}")
                .fails(404, "ACL not found")
                .losesTheAnswer()
                .answers("{\"acl\": [" + DEFAULT + "]}");
        KafkaAclApi acls = api.client().kafkaAcls();

        acls.delete("p1", "k", "acl1");
        acls.delete("p1", "k", "acl1");
        acls.delete("p1", "k", "acl1");

        String delete = "DELETE " + ACLS + "/acl1";
        assertThat(api.receivedPaths()).containsExactly(delete, delete, delete, "GET " + ACLS);
    }

    @Test
    void theNativeListLeavesAivensOwnOut() throws InterruptedException {
        api.answers("{\"acl\": [" + DEFAULT + "], \"kafka_acl\": [" + NATIVE_OURS + "]}")
                .answers("{\"acl\": " + NATIVE_OURS + "}")
                .fails(404, "ACL not found");
        NativeKafkaAclApi acls = api.client().nativeKafkaAcls();

        assertThat(acls.list("p1", "k")).containsExactly(NATIVE_ENTRY);
        assertThat(acls.find("p1", "k", "n1")).contains(NATIVE_ENTRY);
        assertThat(acls.find("p1", "k", "n1")).isEmpty();
        api.received("GET", NATIVE);
        api.received("GET", NATIVE + "/n1");
    }

    @Test
    void addNativeSendsEveryPart() throws InterruptedException {
        api.answers("{\"acl\": " + NATIVE_OURS + "}").answers("{\"acl\": " + NATIVE_OURS + "}");
        NativeKafkaAclApi acls = api.client().nativeKafkaAcls();

        assertThat(acls.add("p1", "k", NATIVE_READ)).isEqualTo(NATIVE_ENTRY);
        acls.add("p1", "k", NATIVE_READ.denied().prefixed().withHost("10.0.0.1"));

        api.received("POST", NATIVE, """
                {"principal": "User:app", "operation": "Read", "resource_type": "Topic", "resource_name": "orders",
                 "pattern_type": "LITERAL", "permission_type": "ALLOW"}""");
        api.received("POST", NATIVE, """
                {"principal": "User:app", "operation": "Read", "resource_type": "Topic", "resource_name": "orders",
                 "pattern_type": "PREFIXED", "permission_type": "DENY", "host": "10.0.0.1"}""");
    }

    @Test
    void aLostNativeAddIsLookedUpAndRepeatedWhenItIsNotThere() throws InterruptedException {
        String other = "{\"kafka_acl\": [" + NATIVE_OURS.replace("ALLOW", "DENY") + "]}";
        api.losesTheAnswer().answers(other).losesTheAnswer().answers("{\"kafka_acl\": [" + NATIVE_OURS + "]}");

        assertThat(api.client().nativeKafkaAcls().add("p1", "k", NATIVE_READ)).isEqualTo(NATIVE_ENTRY);
        assertThat(api.receivedPaths())
                .containsExactly("POST " + NATIVE, "GET " + NATIVE, "POST " + NATIVE, "GET " + NATIVE);
    }

    @Test
    void deleteOfANativeEntryThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}").losesTheAnswer().fails(404, "ACL not found");
        NativeKafkaAclApi acls = api.client().nativeKafkaAcls();

        acls.delete("p1", "k", "n1");
        acls.delete("p1", "k", "n1");

        assertThat(api.receivedPaths())
                .containsExactly("DELETE " + NATIVE + "/n1", "DELETE " + NATIVE + "/n1", "GET " + NATIVE + "/n1");
    }
}
