package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.LakeStorage;
import io.delta.kernel.defaults.engine.DefaultEngine;

/** The kernel's own engine for logs and expressions, over one environment's lake instead of a Hadoop file system. */
final class LakeEngine extends DefaultEngine {

    LakeEngine(LakeStorage storage) {
        super(new LakeFileIo(storage));
    }
}
