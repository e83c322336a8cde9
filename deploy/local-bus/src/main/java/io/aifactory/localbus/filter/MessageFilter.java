package io.aifactory.localbus.filter;

/** Decides whether a message belongs to a subscription. */
public interface MessageFilter {

    /** Lets every message pass, as a subscription without rules of its own does. */
    MessageFilter EVERYTHING = properties -> true;

    boolean matches(MessageProperties properties);
}
