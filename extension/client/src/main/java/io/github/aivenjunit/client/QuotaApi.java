package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.KafkaQuota;
import io.github.aivenjunit.client.model.QuotaTarget;
import java.util.List;
import java.util.Optional;

/** Quotas of Kafka clients. Thread-safe. Every method throws {@link AivenApiException}. */
public interface QuotaApi {

    List<KafkaQuota> list(String project, String service);

    /** Empty when the target has no quota of its own. */
    Optional<KafkaQuota> find(String project, String service, QuotaTarget target);

    /** Sets the limits that the quota has, and leaves the others. */
    void set(String project, String service, KafkaQuota quota);

    /** Takes all limits of the target away; one without is unlimited already. */
    void delete(String project, String service, QuotaTarget target);
}
