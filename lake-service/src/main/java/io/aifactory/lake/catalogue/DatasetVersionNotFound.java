package io.aifactory.lake.catalogue;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.lake.dataset.DatasetAddress;

/** There is no such version. */
final class DatasetVersionNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    private DatasetVersionNotFound(String detail) {
        super(Kind.NOT_FOUND, "dataset-version-not-found", detail);
    }

    static DatasetVersionNotFound of(DatasetAddress address, int version) {
        return new DatasetVersionNotFound("%s has no version %d".formatted(address, version));
    }

    static DatasetVersionNotFound of(DatasetAddress address, Moment moment) {
        String other = moment.phase() == DataPhase.PRODUCTION ? "; there may be one in phase research" : "";
        return new DatasetVersionNotFound("%s had no version of %s in phase %s by %s%s"
                .formatted(
                        address, address.registered(moment.toScore()).name(), moment.phase(), moment.until(), other));
    }

    static DatasetVersionNotFound before(DatasetAddress address, int version) {
        return new DatasetVersionNotFound("%s has no version before %d to compare it with".formatted(address, version));
    }
}
