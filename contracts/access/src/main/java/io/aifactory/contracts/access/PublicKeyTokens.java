package io.aifactory.contracts.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks tokens with one RSA public key (RS256). A token that never expires or names nobody is refused. */
final class PublicKeyTokens {

    private PublicKeyTokens() {}

    static JwtDecoder checkedWith(@Nullable Resource publicKey) {
        Resource pem = Objects.requireNonNull(publicKey, "factory.access.public-key is empty");
        try (InputStream content = pem.getInputStream()) {
            var key = Objects.requireNonNull(RsaKeyConverters.x509().convert(content), "no key");
            var decoder = NimbusJwtDecoder.withPublicKey(key).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefault(),
                    new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                    new JwtClaimValidator<String>(JwtClaimNames.SUB, person -> person != null && !person.isBlank())));
            return decoder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read factory.access.public-key from " + pem, e);
        }
    }
}
