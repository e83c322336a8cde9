package io.aifactory.contracts.events;

/**
 * Something that was made for a project in one environment.
 *
 * @param type what it is, for instance {@code lake-folder}
 * @param name its name
 * @param id where to find it
 */
public record ProvisionedResource(String type, String name, String id) {}
