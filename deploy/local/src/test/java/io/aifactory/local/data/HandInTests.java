package io.aifactory.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ServicesAtHand;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandInTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path folder;

    private ServicesAtHand services;
    private HandIn handIn;
    private TableFile table;

    @BeforeEach
    void serve() throws IOException {
        var home = new FactoryHome(folder.resolve("home"), folder);
        services = new ServicesAtHand(home)
                .with(
                        "/projects/project001",
                        "{\"models\":[\"11_diabetes_model_reg\"],\"environments\":[{\"environment\":\"dev\"},{\"environment\":\"test\"}]}")
                .with(
                        "/projects/project001/models/11_diabetes_model_reg/settings",
                        "{\"datasets\":[{\"name\":\"ds01_measurements\"}]}")
                .with("/projects/project001/datasets", "[]")
                .with("/projects/project001/rejections", "[]");
        handIn =
                new HandIn(home, new FactoryApi(home, SignIn.of("anna@contoso.com")), Clock.fixed(NOW, ZoneOffset.UTC));
        table = TableFile.of(Files.writeString(folder.resolve("a.csv"), "id,x\n1,2\n"));
    }

    @AfterEach
    void end() {
        services.close();
    }

    @Test
    void forgetsWhatAnEarlierFileOfTheSameNameWasRejectedFor() {
        var landed = handIn.put(table, zone("11_diabetes_model_reg", "dev"));
        rejected(landed, NOW.minusSeconds(1));
        saved(1);

        var saved = handIn.await(landed);

        assertThat(saved.get("version").asInt()).isEqualTo(1);
    }

    @Test
    void tellsWhyTheFileWasRejected() {
        var landed = handIn.put(table, zone("11_diabetes_model_reg", "dev"));
        rejected(landed, NOW);
        saved(1);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> handIn.await(landed))
                .withMessage("The file was rejected: no column person_id");
    }

    @Test
    void copiesNothingIntoAnEnvironmentTheProjectDoesNotHave() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> handIn.put(table, zone("11_diabetes_model_reg", "prod")))
                .withMessage("project001 has no environment 'prod'. It has: dev, test");

        assertThat(folder.resolve("home/lake")).doesNotExist();
    }

    @Test
    void copiesNothingForAModelTheProjectDoesNotHave() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> handIn.put(table, zone("12_tumour_model_clas", "dev")))
                .withMessage("project001 has no model '12_tumour_model_clas'. It has: 11_diabetes_model_reg");

        assertThat(folder.resolve("home/lake")).doesNotExist();
    }

    private static LandingZone zone(String model, String environment) {
        return LandingZone.of("project001", model, "ds01_measurements", environment, null, LocalDate.of(2026, 11, 20));
    }

    private void rejected(HandIn.Landed landed, Instant at) {
        services.with(
                "/projects/project001/rejections",
                "[{\"path\":\"%s\",\"reason\":\"no column person_id\",\"rejectedAt\":\"%s\"}]"
                        .formatted(landed.file().path(), at));
    }

    private void saved(int version) {
        services.with(
                "/projects/project001/datasets",
                "[{\"path\":\"projects/project001/11_diabetes_model_reg/train/ds01_measurements/out\",\"version\":%d}]"
                        .formatted(version));
    }
}
