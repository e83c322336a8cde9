package io.aifactory.contracts.lake.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.ModelZone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;

/** What the tests of the adapter have in common. */
final class DoubledLake {

    static final String MEMBER = "11111111-0000-4000-8000-000000000001";
    static final String LEAD = "11111111-0000-4000-8000-000000000002";
    static final Map<String, String> GROUPS = Map.of(
            "prj001_member", MEMBER,
            "prj001_lead", LEAD,
            "everybody", "11111111-0000-4000-8000-000000000003");

    static final InFolder FOLDER = new InFolder(
            ModelZone.train(ProjectId.of(1), new ModelName("11_diabetes_model_reg")),
            new DatasetName("ds01_diabetes"),
            EnvironmentTier.DEV,
            LocalDate.of(2026, 11, 20));
    static final InFile FILE = FOLDER.file("diabetes.csv");

    private DoubledLake() {}

    static LakeContent content(String text) {
        return LakeContent.of(text.getBytes(UTF_8));
    }

    static String read(LakeStorage lake, LakePath path) {
        try (var in = lake.open(path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
