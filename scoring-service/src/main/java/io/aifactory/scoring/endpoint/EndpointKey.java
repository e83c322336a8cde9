package io.aifactory.scoring.endpoint;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key as its holder has it: its id, a dot and 256 random bits. Only {@link KeyHash} is ever stored.
 *
 * @param keyId tells which key it is; no secret
 * @param secret what makes it a key
 */
record EndpointKey(String keyId, String secret) {

    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 200;

    static EndpointKey random(SecureRandom random) {
        var id = new byte[ID_BYTES];
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new EndpointKey(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Returns the key that a text stands for, if it has a key's form. */
    static Optional<EndpointKey> of(String text) {
        int dot = text.indexOf('.');
        return dot < 1 || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new EndpointKey(text.substring(0, dot), text.substring(dot + 1)));
    }

    String text() {
        return keyId + "." + secret;
    }

    @Override
    public String toString() {
        return "key " + keyId;
    }
}
