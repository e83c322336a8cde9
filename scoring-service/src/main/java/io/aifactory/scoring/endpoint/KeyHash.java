package io.aifactory.scoring.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What is kept of a key: a salted SHA-256. A key holds 256 random bits, so that one round is enough: there is nothing
 * to guess that a slow hash would protect.
 *
 * @param salt 128 random bits
 * @param hash SHA-256 of salt and secret
 */
record KeyHash(byte[] salt, byte[] hash) {

    private static final int SALT_BYTES = 16;

    static KeyHash of(String secret, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new KeyHash(salt, hash(salt, secret));
    }

    /** Returns whether it was made from the secret, in a time that doesn't tell how much of it was right. */
    boolean matches(String secret) {
        return MessageDigest.isEqual(hash, hash(salt, secret));
    }

    private static byte[] hash(byte[] salt, String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
