package io.aifactory.lake.master;

import io.aifactory.contracts.access.Problem;

/** The text names no dataset of master. */
final class InvalidMasterDataset extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidMasterDataset(String text) {
        super(
                Kind.MALFORMED,
                "invalid-master-dataset",
                "'%s' is no dataset of master; write master/{parent}/{dataset} in lower case, the parent being one to four folders, such as master/se/sap_patients/ds01_diabetes"
                        .formatted(text));
    }
}
