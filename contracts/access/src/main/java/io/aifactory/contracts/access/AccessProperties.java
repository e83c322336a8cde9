package io.aifactory.contracts.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Who may call.
 *
 * @param publicKey the RSA public key (PEM) that tokens are checked with; without it, Spring's {@code issuer-uri} has to say who issues tokens
 * @param ownAuthentication path patterns of servlets that check their callers themselves, for instance {@code /score/**}
 */
@ConfigurationProperties("factory.access")
record AccessProperties(
        @Nullable Resource publicKey, @DefaultValue List<String> ownAuthentication) {

    AccessProperties {
        ownAuthentication = List.copyOf(ownAuthentication);
    }
}
