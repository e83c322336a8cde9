package io.aifactory.local.signin;

import io.aifactory.contracts.access.local.LocalTokens;
import io.aifactory.local.home.FactoryHome;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who a verb is done as. */
public final class SignIn {

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description =
                    "Who does this, by sign-in name. Default: FACTORY_USER, else core@contoso.com of the core team.")
    private @Nullable String chosen;

    /** Returns the sign-in of the given person. */
    public static SignIn of(String person) {
        var signIn = new SignIn();
        signIn.chosen = person;
        return signIn;
    }

    /** Returns the person's sign-in name. */
    public String person() {
        if (chosen != null) {
            return chosen;
        }
        return Objects.requireNonNullElse(System.getenv("FACTORY_USER"), Directory.FIRST_CORE_PERSON);
    }

    /** Returns a token that says who it is and which groups the person is in now. */
    public String token(FactoryHome home) {
        var groups = new Directory(home).groupsOf(person());
        return LocalTokens.in(home.keys(), Clock.systemUTC()).issue(person(), groups);
    }
}
