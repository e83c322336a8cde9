package io.aifactory.contracts.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * Who may call.
 *
 * @param publicKey the RSA public key (PEM) that tokens are checked with; without it, Spring's {@code issuer-uri} has to say who issues tokens
 */
@ConfigurationProperties("factory.access")
record AccessProperties(@Nullable Resource publicKey) {}
