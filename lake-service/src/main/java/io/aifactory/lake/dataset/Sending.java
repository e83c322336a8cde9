package io.aifactory.lake.dataset;

import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUpload;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Sends the files of drafts to the lake, where nobody sees them before they are placed. What is not placed is removed. */
public final class Sending implements AutoCloseable {

    private final DatasetVersions versions;
    private final LakeStorage storage;
    private final Map<Path, LakeUpload> uploads = new HashMap<>();

    Sending(DatasetVersions versions, LakeStorage storage) {
        this.versions = versions;
        this.storage = storage;
    }

    /** Returns whether the table's newest version has the draft's content. */
    public boolean isUnchanged(Draft draft) {
        return versions.unchanged(draft).isPresent();
    }

    /** Sends the files of a draft, unless it is unchanged. */
    public void sendIfChanged(Draft draft) {
        if (!isUnchanged(draft)) {
            send(draft);
        }
    }

    /** Sends the files of a draft. */
    public void send(Draft draft) {
        send(draft.file());
        if (draft.bad() != null && draft.badRows() > 0) {
            send(draft.bad().file());
        }
    }

    private void send(Path file) {
        uploads.put(file, storage.upload(LakeContent.of(file)));
    }

    /** Returns what was sent of a draft. What nobody sent was unchanged before the transaction, and no longer is. */
    LakeUpload sent(Draft draft, Path file) {
        LakeUpload upload = uploads.get(file);
        if (upload == null) {
            throw new TableChangedMeanwhile(draft.table());
        }
        return upload;
    }

    @Override
    public void close() {
        uploads.values().forEach(LakeUpload::close);
    }
}
