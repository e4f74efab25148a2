package io.github.aivenjunit.emulator.internal.kafka;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What the control plane keeps of a Kafka service. Guarded by the platform's lock, except where said otherwise. */
public final class KafkaData {

    private final ReentrantLock turn = new ReentrantLock();
    private final MemoryBroker memoryBroker = new MemoryBroker();
    private final Map<String, TopicNote> notes = new TreeMap<>();
    private final Map<String, DepartedTopic> departed = new TreeMap<>();
    private final Map<String, KafkaAcl> nativeAcls = new LinkedHashMap<>();
    private final Map<Quota.Subject, Quota> quotas = new LinkedHashMap<>();
    private final Map<String, Connector> connectors = new TreeMap<>();
    private List<AclEntry> acls;

    /**
     * Aiven API: a new service has one rule, for its administrator.
     *
     * @param admin the administrator's name
     */
    public KafkaData(String admin) {
        acls = List.of(new AclEntry("default", "admin", "*", admin));
    }

    /** Work on the broker that must not overlap with its like. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Runs one piece of work after the other. Call it without the platform's lock. */
    public <T> T inTurn(Work<T> work) throws IOException {
        turn.lock();
        try {
            return work.run();
        } finally {
            turn.unlock();
        }
    }

    /** What stands in for the broker when there is no engine. Thread-safe. */
    public MemoryBroker memoryBroker() {
        return memoryBroker;
    }

    public Map<String, TopicNote> notes() {
        return notes;
    }

    public Map<String, DepartedTopic> departed() {
        return departed;
    }

    public List<AclEntry> acls() {
        return acls;
    }

    public List<AivenAcl> aclRules() {
        return acls.stream().map(AclEntry::rule).toList();
    }

    public void replaceAcls(List<AclEntry> replacement) {
        acls = List.copyOf(replacement);
    }

    /** By their ids. */
    public Map<String, KafkaAcl> nativeAcls() {
        return nativeAcls;
    }

    /** Takes over what the broker has: clients add and remove such rules too. */
    public void takeOver(Collection<KafkaAcl> found, Supplier<String> newId) {
        nativeAcls.values().retainAll(found);
        found.stream().filter(acl -> !nativeAcls.containsValue(acl)).forEach(acl -> nativeAcls.put(newId.get(), acl));
    }

    public Map<Quota.Subject, Quota> quotas() {
        return quotas;
    }

    public Map<String, Connector> connectors() {
        return connectors;
    }
}
