package io.aifactory.contracts.access.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void keepsKeysThatOnlyTheirOwnerCanRead() throws IOException {
        LocalTokens.in(folder, CLOCK);

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void usesTheSameKeysNextTime() throws IOException {
        var first = LocalTokens.in(folder, CLOCK);
        byte[] key = Files.readAllBytes(Path.of(first.publicKey()));

        var second = LocalTokens.in(folder, CLOCK);

        assertThat(Path.of(second.publicKey())).hasBinaryContent(key);
        assertThat(second.issue("bo", List.of("a"))).isEqualTo(first.issue("bo", List.of("a")));
    }

    @Test
    void saysWhoForOneHour() throws ParseException {
        var claims = SignedJWT.parse(LocalTokens.in(folder, CLOCK).issue("bo@contoso.com", List.of("prj001_member")))
                .getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("bo@contoso.com");
        assertThat(claims.getStringListClaim("groups")).containsExactly("prj001_member");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(3600)));
    }
}
