package io.aifactory.provisioning.member;

import io.aifactory.contracts.events.InvalidName;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rule for sign-in names: they end up in directories and access lists, so nothing that means something there. */
public final class PersonName {

    private static final Pattern ALLOWED =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]{0,127}(@[A-Za-z0-9.-]{1,126})?");

    private PersonName() {}

    /**
     * Returns the name as it is compared: in lower case.
     *
     * @throws InvalidName if it is no sign-in name
     */
    public static String of(String text) {
        if (!ALLOWED.matcher(text).matches()) {
            throw new InvalidName("person", text, "a sign-in name such as bo@contoso.com");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
