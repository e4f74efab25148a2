package io.github.aivenjunit.engine.kafka.internal.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Kafka's own access rules. */
record KafkaAcls(Admin admin) {

    List<String> list() throws ExecutionException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (AclBinding rule : all()) {
            words.add(rule.entry().principal());
            words.add(rule.entry().host());
            words.add(title(rule.pattern().resourceType().name()));
            words.add(rule.pattern().name());
            words.add(rule.pattern().patternType().name());
            words.add(title(rule.entry().operation().name()));
            words.add(rule.entry().permissionType().name());
        }
        return words;
    }

    void create(List<String> words) throws ExecutionException, InterruptedException {
        AclBinding rule = rule(words);
        Answers.of(admin.createAcls(List.of(rule)).all());
        Answers.await(() -> all().contains(rule), "the rule");
    }

    void delete(List<String> words) throws ExecutionException, InterruptedException {
        AclBinding rule = rule(words);
        Answers.of(admin.deleteAcls(List.of(rule.toFilter())).all());
        Answers.await(() -> !all().contains(rule), "the end of the rule");
    }

    private Collection<AclBinding> all() throws ExecutionException, InterruptedException {
        return Answers.of(admin.describeAcls(AclBindingFilter.ANY).values());
    }

    private static AclBinding rule(List<String> words) {
        ResourcePattern resource = new ResourcePattern(
                ResourceType.fromString(constant(words.get(2))),
                words.get(3),
                PatternType.fromString(constant(words.get(4))));
        return new AclBinding(
                resource,
                new AccessControlEntry(
                        words.get(0),
                        words.get(1),
                        AclOperation.fromString(constant(words.get(5))),
                        AclPermissionType.fromString(constant(words.get(6)))));
    }

    /** {@code TransactionalId} and {@code TRANSACTIONAL_ID} alike. */
    private static String constant(String spelled) {
        return spelled.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** As Kafka's command line and Aiven's API spell it: {@code TransactionalId}. */
    private static String title(String constant) {
        StringBuilder title = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            title.append(word, 0, 1).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return title.toString();
    }
}
