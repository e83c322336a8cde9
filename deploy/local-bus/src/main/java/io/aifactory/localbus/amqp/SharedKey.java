package io.aifactory.localbus.amqp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one key of the bus, under a name; whoever has it may do everything.
 *
 * @param name the name of the access policy
 * @param key the secret, used as text as Service Bus does
 */
public record SharedKey(String name, String key) {

    private static final String ALGORITHM = "HmacSHA256";

    public SharedKey {
        if (name.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("A shared key needs a name and a value");
        }
    }

    /** The signature, in Base64, of an encoded resource address and the second at which the token ends. */
    String signature(String encodedResource, String endsAtSecond) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signed = (encodedResource + "\n" + endsAtSecond).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, error);
        }
    }

    @Override
    public String toString() {
        return "SharedKey[" + name + "]";
    }
}
