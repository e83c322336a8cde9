package io.aifactory.contracts.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link LakePaths}. */
class LakePathsTests {

    private static final String MODEL = "projects/project002/11_diabetes_model_reg/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train/ds01_diabetes/in/dev/2021/01/01/diabetes.csv",
                "train/ds01_diabetes/in/dev/2021/01/01/in.parquet/part-00000.parquet",
                "train/ds01_diabetes/in/dev/1000/01/01",
                "train/ds01_diabetes/out/bronze/dev/bronze.parquet",
                "train/ds01_diabetes/out/bronze/dev/bronze_dbx.parquet",
                "train/ds01_diabetes/out/silver/dev/silver.parquet",
                "train/ds01_diabetes/out/silver/dev/0f8fad5b-d9cb-469f-a165-70867728950e/silver.parquet",
                "train/ds01_diabetes/out/silver/dev/v3/silver.parquet",
                "train/ds01_diabetes/out/silver/dev/silver_dbx.parquet/part-0001.parquet",
                "train/ds01_diabetes/bad/dev/log.txt",
                "train/ds01_diabetes/bad/dev/v3/bad.csv",
                "train/ds01_diabetes/bad/dev/2021/01/01/diabetes.csv.txt",
                "train/gold/dev/gold.parquet",
                "train/gold/dev/0f8fad5bd9cb469fa16570867728950e/gold.parquet",
                "train/gold/dev/1_latest/gold.parquet",
                "train/gold/dev/v1/gold.parquet",
                "train/gold/dev/gold_dbx.parquet",
                "train/gold/dev/Train/0f8fad5bd9cb469fa16570867728950e/gold_train.parquet",
                "train/gold/dev/Validate/v2/gold_validate.parquet",
                "train/gold/dev/Test/v2/gold_test.parquet",
                "train/gold/dev/Train/gold_train_dbx.parquet",
                "train/active/active_in_folder.json",
                "train/active/gold_trained_runinfo/last_train_run.csv",
                "train/model",
                "train/model/dev/v3/model.zip",
                "train/model/dev/in/4711/model.onnx",
                "inference/3/ds01_diabetes/in/prod/2026/11/20/new.parquet",
                "inference/3/ds01_diabetes/out/bronze/prod/v1/bronze.parquet",
                "inference/3/ds01_diabetes/out/silver/prod/v1/silver.parquet",
                "inference/3/gold/prod/2026/11/20/0f8fad5bd9cb469fa16570867728950e/to_score_crm.parquet",
                "inference/3/gold/prod/2026/11/20/to_score_user_guid.parquet",
                "inference/3/scored/prod/2026/11/20/0f8fad5bd9cb469fa16570867728950e/scored_crm.parquet",
                "inference/3/scored/prod/2026/11/20/scored_crm.parquet",
                "inference/0/gold/test/1_latest/gold_to_score.parquet",
                "inference/0/gold/test/gold_to_score_dbx.parquet",
                "inference/0/gold/test/v4/gold_to_score.parquet",
                "inference/3/gold/test/2026/11/20/run-1/gold_to_score.parquet",
                "inference/0/scored/test/run-1/gold_scored.parquet",
                "inference/3/scored/test/2026/11/20/run-1/gold_scored.parquet",
                "inference/active/active_scoring_in_folder.json",
                "inference/active/gold_scored_runinfo/last_gold_run.csv",
                "inference/active/last_gold_run.csv",
                "train",
                "inference/0"
            })
    void readsAndPrintsEveryPathOfAModel(String tail) {
        LakePath path = LakePaths.parse(MODEL + tail);

        assertThat(path.path()).isEqualTo(MODEL + tail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "active",
                "logging",
                "master",
                "projects",
                "projects/project002",
                "projects/project002/11_diabetes_model_reg",
                "active/esml_lake_version.json",
                "master/se/sap_patients/ds01_diabetes/in/2021/12/13/diabetes.csv",
                "master/se/sap_patients/ds01_diabetes/out/silver/part-0.parquet",
                "master/se/ds01_diabetes/out/bronze/global_bronze.parquet",
                "master/se/sap_patients/ds01_diabetes/out/project001/out/silver/dev/2026/11/20/silver.parquet",
                "master/se/sap_patients/ds01_diabetes/out/silver/_delta_log/00000000000000000007.json",
                "master/se/ds01_diabetes/out/project001/out/silver/dev/_delta_log/_last_checkpoint",
                "master/gold/11_diabetes_model_reg/project001/gold.parquet",
                "aifactory-governance/cross-charging/dev/2026/11/20/costs.csv",
                "aifactory-governance/cross-charging/dev/latest/costs.csv"
            })
    void readsAndPrintsEveryOtherPath(String path) {
        assertThat(LakePaths.parse(path).path()).isEqualTo(path);
    }

    @Test
    void readsWhatThePartsMean() {
        LakePath path = LakePaths.parse(MODEL + "inference/3/ds01_diabetes/in/dev/2026/11/20/x.csv");

        assertThat(path).isInstanceOfSatisfying(InFile.class, file -> {
            assertThat(file.zone()).isEqualTo(ModelZone.inference(file.project(), file.model(), 3));
            assertThat(file.dataset()).isEqualTo(new DatasetName("ds01_diabetes"));
            assertThat(file.environment()).isEqualTo(EnvironmentTier.DEV);
            assertThat(file.date()).isEqualTo(LocalDate.of(2026, 11, 20));
            assertThat(file.name()).isEqualTo("x.csv");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/projects/project001 | begins or ends with a slash",
                "projects/project001/ | begins or ends with a slash",
                "projects//project001 | two slashes together",
                "projects/../secrets | leads elsewhere with '..'",
                "projects/./project001 | leads elsewhere with '.'",
                "projects\\project001 | backslash",
                "C:/lake | 'C:' is not",
                "Projects/project001 | 'Projects' is not",
                "projects/Project001 | 'Project001' is not the end or a project such as project001",
                "projects/project1 | 'project1' is not the end or a project",
                "projects/project001/Diabetes | 'Diabetes' is not the end or a model such as 11_diabetes_model_reg",
                "projects/project001/11_diabetes_model_reg/train/ds01_a/in/stage | 'stage' is not dev, test or prod",
                "projects/project001/11_diabetes_model_reg/train/ds01_a/in/dev/2021_01_01/x.csv | '2021_01_01' is not the end or a year",
                "projects/project001/11_diabetes_model_reg/train/ds01_a/in/dev/2021/02/30/x.csv | Invalid date",
                "projects/project001/11_diabetes_model_reg/train/ds01_a/in/dev/2021/02/03/.x.csv | '.x.csv' is not the end or a file name",
                "projects/project001/11_diabetes_model_reg/train/ds01_a/in/dev/2021/02/03/a%2F..%2Fx.csv | 'a%2F..%2Fx.csv' is not",
                "projects/project001/11_diabetes_model_reg/train/ds01_a/out/silver/dev/v0/silver.parquet | 'v0' is not",
                "projects/project001/11_diabetes_model_reg/train/ds01_a/out/silver/dev/v1/bronze.parquet | 'bronze.parquet' is not",
                "projects/project001/11_diabetes_model_reg/train/gold/dev/train/gold_train.parquet | 'gold_train.parquet' is not",
                "projects/project001/11_diabetes_model_reg/inference/-1/ds01_a/in/dev/2021/02/03/x.csv | '-1' is not a model version",
                "projects/project001/11_diabetes_model_reg/inference/01 | '01' is not a model version",
                "projects/project001/11_diabetes_model_reg/train/ds01_a/in | ends where there should follow dev, test or prod"
            })
    void refusesWithTheReason(String path, String reason) {
        assertThatThrownBy(() -> LakePaths.parse(path))
                .isInstanceOf(InvalidLakePath.class)
                .hasMessageContaining(reason);
    }

    @Test
    void noDataFileIsCalledLikeTheFolderOfTheLog() {
        var dataset = MasterDataset.parse("se/sap_patients/ds01_diabetes");

        assertThatThrownBy(() -> new MasterPath.Out(dataset, RefinedLayer.SILVER, "_delta_log"))
                .isInstanceOf(InvalidLakePath.class)
                .hasMessageContaining("that of the folder of a table's log");
    }

    @Test
    void refusesControlCharactersAndShowsNone() {
        assertThatThrownBy(() -> LakePaths.parse("projects/project001\n"))
                .isInstanceOf(InvalidLakePath.class)
                .hasMessageContaining("control characters")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> LakePaths.parse("projects/" + "x".repeat(900)))
                .isInstanceOf(InvalidLakePath.class)
                .hasMessageContaining("longer than 900 bytes");
    }

    @Test
    void refusesAnEventFileOfAnotherEnvironmentsPath() {
        var file = new LakeFile(EnvironmentTier.TEST, MODEL + "train/gold/dev/v1/gold.parquet");

        assertThatThrownBy(() -> LakePaths.parse(file))
                .isInstanceOf(InvalidLakePath.class)
                .hasMessageContaining("no path of the lake of test");
    }
}
