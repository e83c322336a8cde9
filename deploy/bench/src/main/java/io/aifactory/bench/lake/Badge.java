package io.aifactory.bench.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.SafeFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs tokens that the service takes, with a key made for this run. */
final class Badge {

    private static final int BITS = 2048;
    private static final Duration VALIDITY = Duration.ofHours(12);
    private static final Base64.Encoder PLAIN = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final Path publicKey;
    private final Clock clock;

    /** Makes a key and puts its public half into the given file. */
    Badge(Path publicKey, Clock clock) {
        this.clock = clock;
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            this.keys = generator.generateKeyPair();
            this.publicKey = publicKey;
            SafeFile.write(
                    publicKey,
                    "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                            .formatted(Base64.getMimeEncoder()
                                    .encodeToString(keys.getPublic().getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has RSA", e);
        }
    }

    /** Returns where the key lies that tokens are checked with. */
    URI publicKey() {
        return publicKey.toUri();
    }

    /** Returns a token of a person in the given groups. */
    String token(String person, List<String> groups) {
        var now = clock.instant();
        var claims = Map.of(
                "sub",
                person,
                "groups",
                groups,
                "iat",
                now.getEpochSecond(),
                "exp",
                now.plus(VALIDITY).getEpochSecond());
        String content = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
        return content + "." + PLAIN.encodeToString(signed(content));
    }

    private byte[] signed(String content) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private static String encoded(Map<String, ?> document) {
        try {
            return PLAIN.encodeToString(Json.MAPPER.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a token", e);
        }
    }
}
