package io.aifactory.contracts.lake.azure;

/** An answer of the {@link AdlsDouble} that refuses. */
final class DoubleError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final String code;

    DoubleError(int status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }
}
