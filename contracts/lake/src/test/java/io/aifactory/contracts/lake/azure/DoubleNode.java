package io.aifactory.contracts.lake.azure;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** A file or folder of the {@link AdlsDouble}. Guarded by its tree. */
final class DoubleNode {

    private static final AtomicLong VERSIONS = new AtomicLong(0x8DD000000000000L);

    final boolean folder;
    final Map<String, String> metadata;
    DoubleAcl acl;
    byte[] content = new byte[0];
    String etag;
    Instant modifiedAt;
    private final TreeMap<Long, byte[]> uncommitted = new TreeMap<>();

    DoubleNode(boolean folder, Map<String, String> metadata, DoubleAcl acl) {
        this.folder = folder;
        this.metadata = metadata;
        this.acl = acl;
        change();
    }

    void append(long position, byte[] block) {
        if (position < content.length) {
            throw new DoubleError(400, "InvalidQueryParameterValue");
        }
        uncommitted.put(position, block);
    }

    /** Makes what was appended the content, if it has no holes and ends where it is said to. */
    void flush(long position) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(content);
        uncommitted.forEach((at, block) -> {
            if (at != all.size()) {
                throw new DoubleError(400, "InvalidFlushPosition");
            }
            all.writeBytes(block);
        });
        if (all.size() != position) {
            throw new DoubleError(400, "InvalidFlushPosition");
        }
        content = all.toByteArray();
        uncommitted.clear();
        change();
    }

    private void change() {
        etag = "0x%X".formatted(VERSIONS.incrementAndGet());
        modifiedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    String lastModified() {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(modifiedAt.atOffset(ZoneOffset.UTC))
                .replaceFirst(", (\\d) ", ", 0$1 ");
    }
}
