package io.aifactory.contracts.messaging.inbox;

/**
 * An entry with its place in the inbox.
 *
 * @param seq its place in the order of arrival
 * @param attempts how often it was tried before
 */
record StoredEntry(long seq, int attempts, InboxEntry entry) {}
