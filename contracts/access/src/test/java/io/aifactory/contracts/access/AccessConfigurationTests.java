package io.aifactory.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class AccessConfigurationTests {

    private final WebApplicationContextRunner services = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AccessAutoConfiguration.class,
                    JacksonAutoConfiguration.class,
                    OAuth2ResourceServerAutoConfiguration.class,
                    SecurityAutoConfiguration.class,
                    WebMvcAutoConfiguration.class));

    @Test
    void doesNotStartWithoutAKey() {
        services.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("set factory.access.public-key")
                .hasMessageContaining("issuer-uri"));
    }

    @Test
    void startsWithAPublicKey() {
        services.withInitializer(context -> new TestTokens().initialize(context))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void startsWithAnIssuer() {
        services.withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.invalid")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
