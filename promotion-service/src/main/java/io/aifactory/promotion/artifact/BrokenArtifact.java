package io.aifactory.promotion.artifact;

/** An artifact is not, or no longer, the file it should be. The message says where and how it differs. */
public final class BrokenArtifact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenArtifact(String detail) {
        super(detail);
    }

    BrokenArtifact(String detail, Throwable cause) {
        super(detail, cause);
    }
}
