package io.aifactory.lake.migration.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ModelZone;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link V3Paths}. */
class V3PathsTests {

    private static final String MODEL = V3Paths.ROOT + "project002/11_diabetes_model_reg/";
    private static final ModelName NAME = new ModelName("11_diabetes_model_reg");
    private static final ModelZone TRAIN = ModelZone.train(ProjectId.of(2), NAME);
    private static final DatasetName DATASET = new DatasetName("ds01_diabetes");
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    @Test
    void readsFilesThatCameIn() {
        assertThat(V3Paths.parse(MODEL + "train/ds01_diabetes/in/2020/01/01/diabetes.csv"))
                .contains(new V3File.Incoming(TRAIN, DATASET, DAY, "diabetes.csv"));
        assertThat(V3Paths.parse(MODEL + "inference/ds01_diabetes/in/2020/01/01/diabetes.csv"))
                .contains(new V3File.Incoming(
                        ModelZone.inference(ProjectId.of(2), NAME, 0), DATASET, DAY, "diabetes.csv"));
    }

    @Test
    void foldersOfTheTimeOfDayBecomePartOfTheName() {
        assertThat(V3Paths.parse(MODEL + "train/ds01_diabetes/in/2020/01/01/17/30/58/00/diabetes.csv"))
                .contains(new V3File.Incoming(TRAIN, DATASET, DAY, "17_30_58_00_diabetes.csv"));
    }

    @Test
    void readsTablesWithAndWithoutTheFolderOfARun() {
        var silver = new V3File.Table(TRAIN, DATASET, LakeLayer.SILVER);
        var validate = new V3File.Table(TRAIN, DatasetName.GOLD, LakeLayer.GOLD_VALIDATE);

        assertThat(V3Paths.parse(MODEL + "train/ds01_diabetes/out/silver/silver.parquet"))
                .contains(silver);
        assertThat(V3Paths.parse(MODEL + "train/ds01_diabetes/out/silver/0f3c/silver.parquet"))
                .contains(silver);
        assertThat(V3Paths.parse(MODEL + "train/gold/gold.parquet"))
                .contains(new V3File.Table(TRAIN, DatasetName.GOLD, LakeLayer.GOLD));
        assertThat(V3Paths.parse(MODEL + "train/gold/Validate/0f3c/gold_validate.parquet"))
                .contains(validate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train/ds01_diabetes/in/2020/01/diabetes.csv",
                "train/ds01_diabetes/out/silver/bronze.parquet",
                "train/gold/Train/gold_test.parquet",
                "train/active/active_in_folder.json",
                "readme.txt"
            })
    void knowsNothingOfOtherFiles(String tail) {
        assertThat(V3Paths.parse(MODEL + tail)).isEmpty();
    }

    @Test
    void refusesNamesAndDatesThatAreNone() {
        assertThatThrownBy(() -> V3Paths.parse(V3Paths.ROOT + "p2/11_diabetes_model_reg/train/gold/gold.parquet"))
                .isInstanceOf(InvalidName.class);
        assertThatThrownBy(() -> V3Paths.parse(MODEL + "train/ds01_diabetes/in/2020/02/30/a.csv"))
                .isInstanceOf(DateTimeException.class);
    }
}
