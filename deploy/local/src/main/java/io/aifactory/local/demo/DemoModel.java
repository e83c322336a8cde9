package io.aifactory.local.demo;

import java.util.List;

/**
 * A model of the story.
 *
 * @param name its name
 * @param about what it is about, in words
 * @param datasets its source datasets
 */
record DemoModel(String name, String about, List<DemoDataset> datasets) {

    static final DemoModel DIABETES = new DemoModel(
            "11_diabetes_model_reg",
            "how far a patient's diabetes will have come in a year",
            List.of(
                    new DemoDataset("ds01_measurements", "diabetes/measurements"),
                    new DemoDataset("ds02_serum", "diabetes/serum")));

    static final DemoModel TUMOUR = new DemoModel(
            "12_tumour_model_clas",
            "whether a tumour is malignant",
            List.of(new DemoDataset("ds01_samples", "breast-cancer/samples")));

    static final List<DemoModel> ALL = List.of(DIABETES, TUMOUR);

    DemoModel {
        datasets = List.copyOf(datasets);
    }

    /**
     * A source dataset and where its data lies.
     *
     * @param name its name
     * @param data the beginning of its files' names
     */
    record DemoDataset(String name, String data) {}
}
