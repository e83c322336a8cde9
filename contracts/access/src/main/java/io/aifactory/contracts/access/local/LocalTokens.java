package io.aifactory.contracts.access.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/**
 * Signs tokens on a laptop, with a key of its own that is made at first use and kept in files that only their owner can
 * read. Whoever can read the private key can be anybody, so it never leaves the machine.
 */
public final class LocalTokens {

    /** How long a token is valid. */
    public static final Duration VALIDITY = Duration.ofHours(1);

    private final KeyFiles files;
    private final PrivateKey key;
    private final Clock clock;

    private LocalTokens(KeyFiles files, PrivateKey key, Clock clock) {
        this.files = files;
        this.key = key;
        this.clock = clock;
    }

    /** Returns the signer whose keys lie in the given folder; both are made if they are not there. */
    public static LocalTokens in(Path folder, Clock clock) {
        var files = new KeyFiles(folder);
        return new LocalTokens(files, files.loadOrMake(), clock);
    }

    /** Returns where the public key lies: the value of {@code factory.access.public-key}. */
    public URI publicKey() {
        return files.publicKey().toUri();
    }

    /**
     * Returns a token (JWT, RS256).
     *
     * @param person the person's sign-in name
     * @param groups the person's groups, such as {@code coreteam} or {@code prj001_approver}
     */
    public String issue(String person, Collection<String> groups) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(person)
                .claim("groups", List.copyOf(groups))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token for " + person, e);
        }
        return token.serialize();
    }
}
