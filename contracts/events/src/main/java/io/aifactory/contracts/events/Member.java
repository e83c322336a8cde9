package io.aifactory.contracts.events;

/**
 * A person in a project.
 *
 * @param person the person's sign-in name, usually an e-mail address
 * @param role what the person may do
 */
public record Member(String person, ProjectRole role) {}
