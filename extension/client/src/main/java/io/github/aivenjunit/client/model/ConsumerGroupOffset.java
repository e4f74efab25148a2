package io.github.aivenjunit.client.model;

/** How far a consumer group has read a partition. */
public record ConsumerGroupOffset(String groupName, long offset) {

    public ConsumerGroupOffset {
        groupName = Missing.text(groupName);
    }
}
