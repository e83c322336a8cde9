package io.aifactory.localbus.filter;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of one message that a filter may ask for. */
public interface MessageProperties {

    /** The names a filter may write after {@code sys.}, in lower case. */
    Set<String> SYSTEM_NAMES = Set.of(
            "contenttype",
            "correlationid",
            "label",
            "messageid",
            "replyto",
            "replytosessionid",
            "sessionid",
            "subject",
            "to");

    /** The value of a system property, for a name out of {@link #SYSTEM_NAMES}. */
    @Nullable
    Object system(String name);

    /** What the sender attached; names are compared exactly. */
    Map<String, ?> application();
}
