package io.aifactory.scoring.endpoint;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.messaging.AfterCommit;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes keys and revokes them. */
@Component
class KeyRing {

    private final Endpoints endpoints;
    private final EndpointKeys keys;
    private final KeyCheck check;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeyRing(Endpoints endpoints, EndpointKeys keys, KeyCheck check, Clock clock) {
        this.endpoints = endpoints;
        this.keys = keys;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Returns a new key; nobody can ask for it again.
     *
     * @throws EndpointNotFound if there is nothing it would open
     */
    EndpointKey make(ScoringEndpoint endpoint, String by) {
        if (!endpoints.exists(endpoint)) {
            throw new EndpointNotFound(endpoint);
        }
        var key = EndpointKey.random(random);
        keys.add(endpoint, key.keyId(), KeyHash.of(key.secret(), random), by, clock.instant());
        return key;
    }

    /**
     * Makes a key useless, here at once.
     *
     * @throws KeyNotFound if the endpoint has no such key in use
     */
    void revoke(ScoringEndpoint endpoint, String keyId, String by) {
        if (!keys.revoke(endpoint, keyId, by, clock.instant())) {
            throw new KeyNotFound(endpoint, keyId);
        }
        AfterCommit.run(check::forget);
    }

    void revokeAll(ProjectId project, String by) {
        keys.revokeAll(project, by, clock.instant());
        AfterCommit.run(check::forget);
    }
}
