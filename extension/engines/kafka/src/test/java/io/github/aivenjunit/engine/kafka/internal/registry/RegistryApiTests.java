package io.github.aivenjunit.engine.kafka.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry's paths and words. */
class RegistryApiTests {

    private static final String A = TestRegistry.record("A", TestRegistry.field("a", "'int'"));
    private static final String A_SHOWN = A.replace('\'', '`');

    @TempDir
    Path directory = Path.of("unset");

    private TestRegistry registry = new TestRegistry(Path.of("unset"));

    @BeforeEach
    void open() {
        registry = new TestRegistry(directory);
    }

    @Test
    void oneSchemaHasOneIdEverywhere() {
        assertThat(registry.register("one", "AVRO", A)).isEqualTo("200 {'id':1}");
        assertThat(registry.register("one", "AVRO", " " + A.replace(",'name':'A'", ", 'name' : 'A'")))
                .isEqualTo("200 {'id':1}");
        assertThat(registry.register("two", "AVRO", A)).isEqualTo("200 {'id':1}");
        assertThat(registry.register("two", "AVRO", TestRegistry.record("A"))).isEqualTo("200 {'id':2}");

        assertThat(registry.get("/subjects/one/versions")).isEqualTo("200 [1]");
        assertThat(registry.get("/subjects/two/versions")).isEqualTo("200 [1,2]");
        assertThat(registry.get("/schemas/ids/1")).isEqualTo("200 {'schema':'" + A_SHOWN + "'}");
        assertThat(registry.get("/schemas/ids/1/schema")).isEqualTo("200 " + A);
        assertThat(registry.get("/schemas/ids/1/subjects")).isEqualTo("200 ['one','two']");
        assertThat(registry.get("/schemas/ids/1/versions"))
                .isEqualTo("200 [{'subject':'one','version':1},{'subject':'two','version':1}]");
        assertThat(registry.get("/schemas/ids/1?includeSubjects=true&fetchMaxId=true"))
                .endsWith("'subjects':['one','two'],'maxId':2}");
        assertThat(registry.get("/schemas/ids/3")).isEqualTo("404 {'error_code':40403,'message':'Schema not found'}");
        assertThat(registry.get("/schemas/types")).isEqualTo("200 ['AVRO','JSON']");
        assertThat(registry.get("/schemas?latestOnly=true"))
                .startsWith("200 [{'subject':'one','version':1,")
                .contains("{'subject':'two','version':2,")
                .doesNotContain("'two','version':1");
    }

    @Test
    void aNormalizedSchemaIsFoundInAnotherSpelling() {
        String verbose = "{'name':'A','type':'record','namespace':'','fields':[{'type':{'type':'int'},'name':'a'}]}";
        String path = "/subjects/s/versions?normalize=true";

        assertThat(registry.call("POST", path, TestRegistry.body("AVRO", A, "[]")))
                .isEqualTo("200 {'id':1}");
        assertThat(registry.call("POST", path, TestRegistry.body("AVRO", verbose, "[]")))
                .isEqualTo("200 {'id':1}");
        assertThat(registry.register("s", "AVRO", verbose)).isEqualTo("200 {'id':2}");
    }

    @Test
    void versionsAreReadLookedUpAndListed() {
        registry.register("a%2Fb", "AVRO", A);
        registry.register("json", "JSON", "{'type':'string'}");

        assertThat(registry.get("/subjects")).isEqualTo("200 ['a/b','json']");
        assertThat(registry.get("/subjects?subjectPrefix=a")).isEqualTo("200 ['a/b']");
        String version = "200 {'subject':'a/b','version':1,'id':1,'schema':'" + A_SHOWN + "'}";
        assertThat(registry.get("/subjects/a%2Fb/versions/1")).isEqualTo(version);
        assertThat(registry.get("/subjects/a%2Fb/versions/latest")).isEqualTo(version);
        assertThat(registry.get("/subjects/a%2Fb/versions/-1")).isEqualTo(version);
        assertThat(registry.get("/subjects/json/versions/1"))
                .isEqualTo(
                        "200 {'subject':'json','version':1,'id':2,'schema':'{`type`:`string`}','schemaType':'JSON'}");
        assertThat(registry.get("/subjects/json/versions/1/schema")).isEqualTo("200 {'type':'string'}");
        assertThat(registry.call("POST", "/subjects/a%2Fb", TestRegistry.body("AVRO", A, "[]")))
                .isEqualTo(version);
        assertThat(registry.call("POST", "/subjects/a%2Fb", TestRegistry.body("AVRO", TestRegistry.record("B"), "[]")))
                .isEqualTo("404 {'error_code':40403,'message':'Schema not found'}");
    }

    @Test
    void whatIsMissingOrWrongIsRefusedWithItsCode() {
        registry.register("s", "AVRO", A);

        assertThat(registry.get("/subjects/none/versions"))
                .isEqualTo("404 {'error_code':40401,'message':'Subject 'none' not found.'}");
        assertThat(registry.get("/subjects/s/versions/2"))
                .isEqualTo("404 {'error_code':40402,'message':'Version 2 not found.'}");
        assertThat(registry.get("/subjects/s/versions/0"))
                .isEqualTo("422 {'error_code':42202,'message':'The specified version '0' is not a valid version id."
                        + " Allowed values are between [1, 2^31-1] and the string `latest`'}");
        assertThat(registry.register("s", "AVRO", "{'type':'wrong'}"))
                .isEqualTo("422 {'error_code':42201,'message':"
                        + "'Invalid AVRO schema. Error: Undefined type: {`type`:`wrong`}'}");
        assertThat(registry.register("s", "AVRO", "{"))
                .startsWith("422 {'error_code':42201,'message':'Invalid AVRO schema. Error: ");
        assertThat(registry.register("s", "AVRO", "")).isEqualTo("422 {'error_code':42201,'message':'Empty schema'}");
        assertThat(registry.register("s", "JSON", "{'type':'wrong'}"))
                .isEqualTo("422 {'error_code':42201,'message':'Invalid JSON schema. Error: #: unknown type: [wrong]'}");
        assertThat(registry.register("s", "JSON", "{'$ref':'https://localhost/x.json'}"))
                .isEqualTo("422 {'error_code':42201,'message':'Invalid JSON schema. Error:"
                        + " The registry loads no schema from https://localhost/x.json.'}");
        assertThat(registry.register("s", "PROTOBUF", "syntax"))
                .isEqualTo(
                        "422 {'error_code':422,'message':'The emulator's schema registry does not understand PROTOBUF."
                                + " Use AVRO or JSON, or run against Aiven.'}");
        assertThat(registry.register("s", "XML", "x"))
                .isEqualTo("422 {'error_code':422,'message':'Invalid schemaType XML'}");
        assertThat(registry.call("POST", "/subjects/s/versions", "{'schema':'x','extra':1}"))
                .isEqualTo("422 {'error_code':422,'message':'Unrecognized field: extra'}");
        assertThat(registry.call("POST", "/subjects/s/versions", "[]"))
                .isEqualTo("400 {'error_code':400,'message':'Malformed request'}");
        assertThat(registry.register("a%07", "AVRO", A)).startsWith("422 {'error_code':42208,");
        assertThat(registry.get("/nothing")).isEqualTo("404 {'error_code':404,'message':'HTTP 404 Not Found'}");
        assertThat(registry.delete("/subjects"))
                .isEqualTo("405 {'error_code':405,'message':'HTTP 405 Method Not Allowed'}");
        assertThat(registry.get("/")).isEqualTo("200 {}");
        assertThat(registry.get("/mode")).isEqualTo("200 {'mode':'READWRITE'}");
    }

    @Test
    void deletionHidesFirstAndRemovesThen() {
        registry.register("s", "AVRO", A);
        registry.register("s", "AVRO", TestRegistry.record("A"));

        assertThat(registry.delete("/subjects/s/versions/1?permanent=true"))
                .isEqualTo("404 {'error_code':40407,'message':"
                        + "'Subject 's' Version 1 was not deleted first before being permanently deleted'}");
        assertThat(registry.delete("/subjects/s/versions/1")).isEqualTo("200 1");
        assertThat(registry.delete("/subjects/s/versions/1"))
                .isEqualTo("404 {'error_code':40406,'message':"
                        + "'Subject 's' Version 1 was soft deleted. Set permanent=true to delete permanently'}");
        assertThat(registry.get("/subjects/s/versions")).isEqualTo("200 [2]");
        assertThat(registry.get("/subjects/s/versions?deleted=true")).isEqualTo("200 [1,2]");
        assertThat(registry.get("/subjects/s/versions/1")).startsWith("404 {'error_code':40402,");
        assertThat(registry.get("/schemas/ids/1")).startsWith("200 ");
        assertThat(registry.delete("/subjects/s/versions/1?permanent=true")).isEqualTo("200 1");
        assertThat(registry.delete("/subjects/s?permanent=true"))
                .isEqualTo("404 {'error_code':40405,'message':"
                        + "'Subject 's' was not deleted first before being permanently deleted'}");
        assertThat(registry.delete("/subjects/s")).isEqualTo("200 [2]");
        assertThat(registry.delete("/subjects/s"))
                .isEqualTo("404 {'error_code':40404,'message':"
                        + "'Subject 's' was soft deleted.Set permanent=true to delete permanently'}");
        assertThat(registry.get("/subjects")).isEqualTo("200 []");
        assertThat(registry.get("/subjects?deleted=true")).isEqualTo("200 ['s']");
        assertThat(registry.register("s", "AVRO", TestRegistry.record("B"))).isEqualTo("200 {'id':3}");
        assertThat(registry.get("/subjects/s/versions")).isEqualTo("200 [3]");
        registry.delete("/subjects/s");
        assertThat(registry.delete("/subjects/s?permanent=true")).isEqualTo("200 [2,3]");
        assertThat(registry.delete("/subjects/s?permanent=true"))
                .isEqualTo("404 {'error_code':40401,'message':'Subject 's' not found.'}");
    }

    @Test
    void levelsAreGlobalOrASubjectsOwn() {
        registry.register("s", "AVRO", A);

        assertThat(registry.get("/config")).isEqualTo("200 {'compatibilityLevel':'BACKWARD'}");
        assertThat(registry.get("/config/s"))
                .isEqualTo("404 {'error_code':40408,'message':"
                        + "'Subject 's' does not have subject-level compatibility configured'}");
        assertThat(registry.get("/config/none")).startsWith("404 {'error_code':40401,");
        assertThat(registry.get("/config/s?defaultToGlobal=true")).isEqualTo("200 {'compatibilityLevel':'BACKWARD'}");
        assertThat(registry.call("PUT", "/config", "{'compatibility':'NONE'}"))
                .isEqualTo("200 {'compatibility':'NONE'}");
        assertThat(registry.level("s", "FULL")).isEqualTo("200 {'compatibility':'FULL'}");
        assertThat(registry.get("/config/s")).isEqualTo("200 {'compatibilityLevel':'FULL'}");
        assertThat(registry.delete("/config/s")).isEqualTo("200 {'compatibility':'NONE'}");
        assertThat(registry.get("/config/s?defaultToGlobal=true")).isEqualTo("200 {'compatibilityLevel':'NONE'}");
        assertThat(registry.delete("/config")).isEqualTo("200 {'compatibility':'BACKWARD'}");
        assertThat(registry.level("s", "SIDEWAYS"))
                .isEqualTo("422 {'error_code':42203,'message':'Invalid compatibility level. Valid values are none,"
                        + " backward, forward, full, backward_transitive, forward_transitive, and full_transitive'}");
    }

    @Test
    void avroSchemasReferToOthers() {
        registry.register("money", "AVRO", TestRegistry.record("Money", TestRegistry.field("amount", "'long'")));
        String order = TestRegistry.record("Order", TestRegistry.field("price", "'Money'"));
        String reference = "[{'name':'Money','subject':'money','version':1}]";

        assertThat(registry.register("order", "AVRO", order)).startsWith("422 {'error_code':42201,");
        assertThat(registry.call("POST", "/subjects/order/versions", TestRegistry.body("AVRO", order, reference)))
                .isEqualTo("200 {'id':2}");
        assertThat(registry.get("/subjects/order/versions/1")).endsWith(",'references':" + reference + "}");
        assertThat(registry.get("/subjects/money/versions/1/referencedby")).isEqualTo("200 [2]");
        assertThat(registry.delete("/subjects/money"))
                .isEqualTo("422 {'error_code':42206,'message':'One or more references exist to the schema"
                        + " {magic=1,keytype=SCHEMA,subject=money,version=1}.'}");
        assertThat(registry.call(
                        "POST",
                        "/subjects/order/versions",
                        TestRegistry.body("AVRO", order, "[{'name':'Money','subject':'money','version':7}]")))
                .isEqualTo("422 {'error_code':42201,'message':'Invalid AVRO schema. Error:"
                        + " No schema reference found for subject `money` and version 7'}");
        assertThat(registry.call(
                        "POST", "/subjects/j/versions", TestRegistry.body("JSON", "{'type':'string'}", reference)))
                .isEqualTo("422 {'error_code':44302,'message':"
                        + "'Schema references are not supported for 'JSON' schema type'}");
    }

    @Test
    void rulesDecideWhatAUserSeesAndDoes() {
        registry.register("orders-value", "AVRO", A);
        registry.register("bills", "AVRO", TestRegistry.record("B"));
        Caller reader = Caller.user("bob", List.of(new RegistryRule("b?b", false, "Subject:orders-*")));
        Caller writer = Caller.user("eve", List.of(new RegistryRule("eve", true, "Config:")));

        assertThat(registry.call(reader, "GET", "/subjects", "")).isEqualTo("200 ['orders-value']");
        assertThat(registry.call(reader, "GET", "/schemas/ids/1", "")).startsWith("200 ");
        assertThat(registry.call(reader, "GET", "/schemas/ids/2", "")).startsWith("404 {'error_code':40403,");
        assertThat(registry.call(reader, "GET", "/subjects/bills/versions", ""))
                .isEqualTo("403 {'error_code':403,'message':'Forbidden'}");
        assertThat(registry.call(reader, "DELETE", "/subjects/orders-value", ""))
                .startsWith("403 ");
        assertThat(registry.call(reader, "GET", "/config", "")).startsWith("403 ");
        assertThat(registry.call(writer, "PUT", "/config", "{'compatibility':'NONE'}"))
                .startsWith("200 ");
        assertThat(registry.call(writer, "GET", "/config", "")).startsWith("200 ");
        assertThat(registry.call(writer, "GET", "/subjects", "")).isEqualTo("200 []");
    }

    @Test
    void theJournalBringsEverythingBack() throws IOException {
        registry.register("s", "AVRO", A);
        registry.register("s", "AVRO", TestRegistry.record("A", TestRegistry.field("b", "'double'", "1.0")));
        registry.register("t", "JSON", "{'type':'string'}");
        registry.delete("/subjects/s/versions/1");
        registry.delete("/subjects/t");
        registry.delete("/subjects/t?permanent=true");
        registry.level("s", "FULL");
        registry.call("PUT", "/config", "{'compatibility':'NONE'}");
        Files.writeString(directory.resolve("schemas.log"), "{\"subject\":\"cut", StandardOpenOption.APPEND);

        open();

        assertThat(registry.get("/subjects?deleted=true")).isEqualTo("200 ['s']");
        assertThat(registry.get("/subjects/s/versions")).isEqualTo("200 [2]");
        assertThat(registry.get("/schemas/ids/2")).contains("`default`:1.0}");
        assertThat(registry.get("/schemas/ids/3")).startsWith("200 ");
        assertThat(registry.get("/config/s")).isEqualTo("200 {'compatibilityLevel':'FULL'}");
        assertThat(registry.get("/config")).isEqualTo("200 {'compatibilityLevel':'NONE'}");
        assertThat(registry.register("u", "AVRO", TestRegistry.record("U"))).isEqualTo("200 {'id':4}");
        open();
        assertThat(registry.get("/subjects")).isEqualTo("200 ['s','u']");
    }
}
