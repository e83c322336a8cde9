package io.aifactory.lake.layout;

/** What the lake's control files say at first. */
final class ActiveFiles {

    private ActiveFiles() {}

    static String lakeVersion() {
        return """
                {"lake_design_version": "4", "lake_name": "lake3"}
                """;
    }

    static String training() {
        return """
                {
                  "dev_in_folder_date": "1000-01-01 00:00:00.000000",
                  "test_in_folder_date": "1000-01-01 00:00:00.000000",
                  "prod_in_folder_date": "1000-01-01 00:00:00.000000"
                }
                """;
    }

    static String scoring() {
        return """
                {
                  "dev_scoring_folder_date": "1000-01-01 00:00:00.000000",
                  "test_scoring_folder_date": "1000-01-01 00:00:00.000000",
                  "prod_scoring_folder_date": "1000-01-01 00:00:00.000000",
                  "dev_inference_model_version": "0",
                  "test_inference_model_version": "0",
                  "prod_inference_model_version": "0"
                }
                """;
    }
}
