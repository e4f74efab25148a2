package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Database;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTests {

    private static final String PATH = "/v1/project/p1/service/db/db";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void listFollowsThePages() throws InterruptedException {
        api.answers("""
                        {"databases": [{"database_name": "defaultdb", "lc_collate": "en_US.UTF-8",
                          "lc_ctype": "C"}], "next": "a b"}""").answers("{\"databases\": [{\"database_name\": \"orders\"}], \"next\": null}");

        assertThat(api.client().databases().list("p1", "db"))
                .containsExactly(
                        new Database("defaultdb", Optional.of("en_US.UTF-8"), Optional.of("C")),
                        new Database("orders", Optional.empty(), Optional.empty()));
        api.received("GET", PATH + "?maxItems=250");
        api.received("GET", PATH + "?maxItems=250&after=a%20b");
    }

    @Test
    void listEndsWhenTheServerNamesTheSamePageAgain() {
        String page = "{\"databases\": [{\"database_name\": \"orders\"}], \"next\": \"orders\"}";
        api.answers(page).answers(page);

        assertThat(api.client().databases().list("p1", "db")).hasSize(2);
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void createAcceptsAnAnswerWithoutTheDatabase() throws InterruptedException {
        api.answers("{\"message\": \"created\"}").answers("{\"message\": \"created\"}");
        DatabaseApi databases = api.client().databases();

        databases.create("p1", "db", "orders");
        databases.create("p1", "db", "orders", "en_US.UTF-8", "C");

        api.received("POST", PATH, "{\"database\": \"orders\"}");
        api.received("POST", PATH, "{\"database\": \"orders\", \"lc_collate\": \"en_US.UTF-8\", \"lc_ctype\": \"C\"}");
    }

    @Test
    void deleteOfADatabaseThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{\"message\": \"deleted\"}").fails(404, "Database does not exist");
        DatabaseApi databases = api.client().databases();

        databases.delete("p1", "db", "orders");
        databases.delete("p1", "db", "orders");

        assertThat(api.receivedLines(2)).containsOnly("DELETE " + PATH + "/orders");
    }
}
