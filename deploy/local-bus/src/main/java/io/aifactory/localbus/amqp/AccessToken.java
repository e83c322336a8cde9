package io.aifactory.localbus.amqp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A shared access signature whose signature and end have been checked.
 *
 * @param path the address it opens, and everything below; empty for the whole bus
 * @param endsAt after which it opens nothing
 */
record AccessToken(String path, Instant endsAt) {

    private static final String PREFIX = "SharedAccessSignature ";

    /** Reads and checks a token; throws {@link AccessRefused} with the reason. */
    static AccessToken verified(String token, SharedKey key, Instant now) {
        if (!token.startsWith(PREFIX)) {
            throw new AccessRefused("The token is no shared access signature");
        }
        Map<String, String> fields = fields(token.substring(PREFIX.length()));
        String resource = field(fields, "sr");
        String end = field(fields, "se");
        boolean genuine = decoded(field(fields, "skn")).equals(key.name())
                && same(decoded(field(fields, "sig")), key.signature(resource, end));
        if (!genuine) {
            throw new AccessRefused("The signature of the token is wrong");
        }
        Instant endsAt = instant(end);
        if (!endsAt.isAfter(now)) {
            throw new AccessRefused("The token ended at " + endsAt);
        }
        return new AccessToken(path(decoded(resource)), endsAt);
    }

    private static Map<String, String> fields(String token) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : token.split("&", -1)) {
            int separator = pair.indexOf('=');
            if (separator > 0) {
                fields.put(pair.substring(0, separator), pair.substring(separator + 1));
            }
        }
        return fields;
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new AccessRefused("The token lacks the field '%s'".formatted(name));
        }
        return value;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException error) {
            throw new AccessRefused("The token is not encoded properly");
        }
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant instant(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException error) {
            throw new AccessRefused("The token does not say when it ends");
        }
    }

    private static String path(String resource) {
        try {
            String path = URI.create(resource).getPath();
            return path == null ? "" : trimmed(path);
        } catch (IllegalArgumentException error) {
            throw new AccessRefused("The token names no resource");
        }
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "").toLowerCase(Locale.ROOT);
    }

    boolean opens(String address, Instant now) {
        String asked = trimmed(address);
        return endsAt.isAfter(now) && (path.isEmpty() || asked.equals(path) || asked.startsWith(path + "/"));
    }
}
