package io.aifactory.contracts.events;

/**
 * How gold is split. The three shares add up to 1.
 *
 * @param train the share to learn from
 * @param validate the share that steers learning
 * @param test the share to compare on
 * @param seed the seed that makes the split repeatable
 * @param stratified whether each share has the label's classes in equal parts
 */
public record SplitSettings(double train, double validate, double test, long seed, boolean stratified) {}
