package io.aifactory.localbus.store;

import java.nio.file.Path;

/** The file of the message log cannot be opened. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnavailable(Path file, Throwable cause) {
        super(
                "The message log %s cannot be opened; does another bus use it? %s".formatted(file, cause.getMessage()),
                cause);
    }
}
