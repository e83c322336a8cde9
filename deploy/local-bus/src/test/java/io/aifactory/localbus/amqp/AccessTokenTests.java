package io.aifactory.localbus.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccessTokenTests {

    private static final SharedKey KEY = new SharedKey("root", "secret");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void opensItsAddressAndWhatIsBelow() {
        AccessToken token = AccessToken.verified(signed("amqp://127.0.0.1/News", NOW.plusSeconds(60), KEY), KEY, NOW);

        assertThat(token.opens("news", NOW)).isTrue();
        assertThat(token.opens("news/Subscriptions/all", NOW)).isTrue();
        assertThat(token.opens("newspaper", NOW)).isFalse();
        assertThat(token.opens("other", NOW)).isFalse();
        assertThat(token.opens("news", NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void opensEverythingWhenItNamesTheBusOnly() {
        AccessToken token = AccessToken.verified(signed("amqp://127.0.0.1/", NOW.plusSeconds(60), KEY), KEY, NOW);

        assertThat(token.opens("anything/at/all", NOW)).isTrue();
    }

    @Test
    void isRefusedWhenSignedWithAnotherKey() {
        String forged = signed("amqp://127.0.0.1/news", NOW.plusSeconds(60), new SharedKey("root", "guessed"));

        assertThatThrownBy(() -> AccessToken.verified(forged, KEY, NOW))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("The signature of the token is wrong");
    }

    @Test
    void isRefusedUnderAnotherName() {
        String renamed = signed("amqp://127.0.0.1/news", NOW.plusSeconds(60), new SharedKey("admin", "secret"));

        assertThatThrownBy(() -> AccessToken.verified(renamed, KEY, NOW)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void isRefusedAfterItsEnd() {
        String old = signed("amqp://127.0.0.1/news", NOW, KEY);

        assertThatThrownBy(() -> AccessToken.verified(old, KEY, NOW))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("The token ended at 2026-01-01T00:00:00Z");
    }

    @Test
    void isRefusedWhenItsEndWasChanged() {
        String stretched = signed("amqp://127.0.0.1/news", NOW.plusSeconds(60), KEY)
                .replaceAll("se=\\d+", "se=" + NOW.plusSeconds(9999).getEpochSecond());

        assertThatThrownBy(() -> AccessToken.verified(stretched, KEY, NOW)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void isRefusedWhenItIsSomethingElse() {
        assertThatThrownBy(() -> AccessToken.verified("Bearer abc", KEY, NOW)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> AccessToken.verified("SharedAccessSignature sr=x", KEY, NOW))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("lacks the field");
    }

    @Test
    void neverShowsTheKey() {
        assertThat(KEY.toString()).doesNotContain("secret");
    }

    private static String signed(String resource, Instant end, SharedKey key) {
        String encoded = URLEncoder.encode(resource, StandardCharsets.UTF_8);
        String seconds = Long.toString(end.getEpochSecond());
        String signature = URLEncoder.encode(key.signature(encoded, seconds), StandardCharsets.UTF_8);
        return "SharedAccessSignature sr=%s&sig=%s&se=%s&skn=%s".formatted(encoded, signature, seconds, key.name());
    }
}
