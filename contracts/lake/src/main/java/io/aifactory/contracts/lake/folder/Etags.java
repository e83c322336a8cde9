package io.aifactory.contracts.lake.folder;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Tells one content of a file from another: every file put in place is a new one, with its own key, time and length. */
final class Etags {

    private Etags() {}

    static String of(BasicFileAttributes attributes) {
        long time = attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS);
        int rest = Objects.hash(String.valueOf(attributes.fileKey()), attributes.size());
        return "0x%X%08X".formatted(time, rest);
    }
}
