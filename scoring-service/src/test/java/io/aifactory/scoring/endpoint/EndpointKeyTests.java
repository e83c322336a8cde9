package io.aifactory.scoring.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class EndpointKeyTests {

    private final SecureRandom random = new SecureRandom();

    @Test
    void isReadBackFromItsText() {
        var key = EndpointKey.random(random);

        assertThat(EndpointKey.of(key.text())).contains(key);
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @Test
    void textWithoutAnIdIsNoKey() {
        assertThat(EndpointKey.of("")).isEmpty();
        assertThat(EndpointKey.of(".secret")).isEmpty();
        assertThat(EndpointKey.of("x.".repeat(200))).isEmpty();
    }

    @Test
    void hashMatchesItsSecretOnly() {
        var key = EndpointKey.random(random);

        var hash = KeyHash.of(key.secret(), random);

        assertThat(hash.matches(key.secret())).isTrue();
        assertThat(hash.matches(key.secret() + "x")).isFalse();
        assertThat(KeyHash.of(key.secret(), random).hash()).isNotEqualTo(hash.hash());
    }
}
