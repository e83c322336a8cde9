package io.aifactory.contracts.model;

import java.util.List;

/** A row that can't be given to a model, with every reason at once. */
public class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public RowRefused(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** One sentence per thing that is wrong, never empty. */
    public List<String> reasons() {
        return reasons;
    }
}
