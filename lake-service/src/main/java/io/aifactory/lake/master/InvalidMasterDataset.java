package io.aifactory.lake.master;

import io.aifactory.contracts.access.Problem;

/** The text names no dataset of master. */
final class InvalidMasterDataset extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidMasterDataset(String text, String reason) {
        super(
                Kind.MALFORMED,
                "invalid-master-dataset",
                "'%s' is no dataset of master: %s; write master/{parent}/{dataset}, such as master/se/sap_patients/ds01_diabetes"
                        .formatted(text, reason));
    }
}
