package io.github.aivenjunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aivenjunit.platform.Exchange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTests {

    private static final String DOCUMENT = """
            {"info": {"x-error-codes": ["known"]},
             "paths": {"/thing/{name}": {"put": {"operationId": "ThingPut",
               "parameters": [{"in": "path", "name": "name", "schema": {"type": "string", "maxLength": 5}},
                              {"in": "query", "name": "deep", "schema": {"type": "boolean"}}],
               "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
               "responses": {"200": {"content": {"application/json": {"schema": {"type": "object",
                 "properties": {"things": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}}}}}},
             "components": {
               "schemas": {"Thing": {"type": "object", "required": ["size"], "properties": {
                  "size": {"type": "integer"}, "note": {"type": "string", "nullable": true},
                  "kind": {"type": "string", "nullable": true, "enum": ["a", "b"]}}}},
               "responses": {"Error": {"content": {"application/json": {"schema": {"type": "object", "required": ["message"],
                  "properties": {"message": {"type": "string"}, "errors": {"type": "array"}}}}}}}}}
            """;

    @Test
    void nothingIsSaidOfWhatFits() throws Exception {
        assertThat(violations(
                        "/v1/thing/a",
                        "deep=true",
                        "{'size':1,'note':null}",
                        200,
                        "{'things':[{'size':1,'kind':null}]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v1/thing/a      | deep=yes  | {'size':1}          | 200 | {}                                   | CLIENT ThingPut query/deep type
            /v1/thing/a      | wide=true | {'size':1}          | 200 | {}                                   | CLIENT ThingPut query/wide unknown parameter
            /v1/thing/abcdef | deep=true | {'size':1}          | 200 | {}                                   | CLIENT ThingPut path{name} maxLength
            /v1/thing/a      | deep=true | {'note':'x'}        | 200 | {}                                   | CLIENT ThingPut /size required
            /v1/thing/a      | deep=true | {'size':1,'odd':1}  | 200 | {}                                   | CLIENT ThingPut /odd additionalProperties
            /v1/thing/a      | deep=true | {'size':1}          | 200 | {'things':[{'size':'x'}]}            | EMULATOR ThingPut /things/*/size type
            /v1/thing/a      | deep=true | {'size':1}          | 200 | {'things':[{'size':1,'kind':'c'}]}   | EMULATOR ThingPut /things/*/kind enum
            /v1/thing/a      | deep=true | {'size':1}          | 200 | {'more':1}                           | EMULATOR ThingPut /more additionalProperties
            /v1/thing/a      | deep=true | {'size':1}          | 200 | <html>                               | EMULATOR ThingPut  no JSON
            /v1/thing/a      | deep=true | {'size':1}          | 201 | {}                                   | EMULATOR ThingPut status undocumented status
            /v1/thing/a      | deep=true | {'size':1}          | 409 | {'message':'m','errors':[{'message':'m','status':404}]} | EMULATOR ThingPut /errors/*/status other than the answer's
            /v1/thing/a      | deep=true | {'size':1}          | 409 | {'message':'m','errors':[{'message':'n','status':409}]} | EMULATOR ThingPut /message other than that of the first error
            /v1/thing/a      | deep=true | {'size':1}          | 409 | {'message':'m','errors':[{'message':'m','status':409,'error_code':'new'}]} | EMULATOR ThingPut /errors/*/error_code unlisted new
            """)
    void everyDifferenceIsNamed(String path, String query, String body, int status, String answer, String expected)
            throws Exception {
        assertThat(violations(path, query, body, status, answer)).containsExactly(expected);
    }

    private static List<String> violations(String path, String query, String body, int status, String answer)
            throws Exception {
        Conformance conformance = new Conformance(
                Optional.of(new OpenApiDocument(new JsonMapper().readTree(DOCUMENT))), Contradictions.none());
        conformance.take(new Exchange(
                "PUT",
                path,
                query,
                Optional.of("aiven-junit"),
                body.replace('\'', '"'),
                status,
                "application/json",
                answer.replace('\'', '"'),
                false));
        return conformance.violations().stream()
                .flatMap(String::lines)
                .skip(1)
                .map(line -> line.replaceFirst(" \\(\\d+ times\\).*", "").substring(2))
                .toList();
    }

    @Test
    void everyKnownContradictionHasASource() {
        assertThat(Contradictions.known()
                        .cover(new Violation(Side.EMULATOR, "ServiceKafkaQuotaList", "/quotas/*/user", "required")))
                .isTrue();
    }
}
