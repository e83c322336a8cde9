package io.aifactory.scoring.online;

import io.aifactory.contracts.access.Problem;
import java.util.List;

/** Rows that the model can't score, with what is wrong with each. */
final class InvalidRows extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidRows(List<String> reasons) {
        super(Kind.MALFORMED, "invalid-rows", "the request has rows that the model cannot score", reasons);
    }
}
