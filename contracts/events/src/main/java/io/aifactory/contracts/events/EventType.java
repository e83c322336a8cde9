package io.aifactory.contracts.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives an event record the CloudEvents {@code type} it travels under, for instance {@code io.aifactory.project.ordered.v1}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** Returns the type, ending in its major version. */
    String value();
}
