package io.aifactory.contracts.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which regular expression the whole text has to match. It stands as {@code pattern} in the schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Matches {

    /** Returns the expression, without anchors. */
    String value();
}
