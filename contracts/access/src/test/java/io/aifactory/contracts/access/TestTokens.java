package io.aifactory.contracts.access;

import io.aifactory.contracts.access.local.LocalTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Signs tokens for tests. As an initializer it makes the service under test trust them:
 * {@code @ContextConfiguration(initializers = TestTokens.class)}.
 */
public final class TestTokens implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final LocalTokens TOKENS = newTokens();

    /** Returns the Authorization header of a person with the given groups. */
    public static String bearer(String person, String... groups) {
        return "Bearer " + TOKENS.issue(person, List.of(groups));
    }

    /** Returns the Authorization header of somebody in the core team. */
    public static String coreTeam() {
        return bearer("core@contoso.com", Caller.CORE_TEAM);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("factory.access.public-key=" + TOKENS.publicKey()).applyTo(context);
    }

    private static LocalTokens newTokens() {
        try {
            return LocalTokens.in(Files.createTempDirectory("test-tokens"), Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
