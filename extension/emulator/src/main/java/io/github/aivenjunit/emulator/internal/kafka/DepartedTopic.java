package io.github.aivenjunit.emulator.internal.kafka;

import java.time.Instant;

/** A topic that was deleted. Until it is gone the API shows it as {@code DELETING}. */
public record DepartedTopic(TopicView lastSeen, Instant goneAt) {}
