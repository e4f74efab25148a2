package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenOpenSearch;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.OpenSearchService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** OpenSearch with its ordinary client. */
@AivenProject
@AivenOpenSearch
class SearchTest {

    @Test
    void findsAnOrder(OpenSearchService search) throws IOException {
        try (OrderIndex index = new OrderIndex(search)) {
            index.add("1", "a hexagon bolt");
            index.add("2", "two nuts");

            assertThat(index.find("bolt")).containsExactly("1");
        }
    }
}
