package io.github.aivenjunit.journal.internal;

/**
 * The journal of a dead session, with its lock in our hands.
 *
 * @param contents what it promised
 * @param journal takes the news of what becomes of its leases; to be closed
 */
public record DeadJournal(JournalContents contents, SessionJournal journal) {}
