package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.util.Collection;

/**
 * A server with a schema registry in it, which its clients use over HTTPS at the endpoint {@code schema_registry} and the
 * control plane through this interface. Thread-safe.
 *
 * <p>Over a power cycle the service keeps its schemas and their compatibility levels (Aiven: "Topic configuration, schemas
 * and connectors are all backed up").
 */
public interface SchemaRegistryServer extends EngineInstance {

    /**
     * Asks the registry with all rights. A refusal is an answer too.
     *
     * @throws KafkaRefusalException if the service has no schema registry
     * @throws IOException if there is no registry to ask
     */
    SchemaRegistryAnswer askSchemaRegistry(SchemaRegistryRequest request) throws IOException;

    /** Sets the complete list of access rules; the service's first user needs none. Kept over a power cycle. */
    void replaceSchemaRegistryAcls(Collection<SchemaRegistryAcl> acls) throws IOException;
}
