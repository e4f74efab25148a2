package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A schema that was understood. */
sealed interface ParsedSchema permits ParsedAvro, ParsedJson {

    /** Why data of the other schema could not be read with this one; empty when all of it could. */
    List<String> problemsReading(ParsedSchema writer);

    /** The same schema in the kind's standard form. */
    JsonNode normalized();
}
