package io.aifactory.localbus;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Optional;

/** Tells whether what is left of the heap after a collection is too little to go on as before. */
final class HeapWatch {

    private static final double NEARLY_FULL = 0.85;

    private final Optional<MemoryPoolMXBean> oldGeneration;

    HeapWatch() {
        this.oldGeneration = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                .findFirst();
    }

    /** Collects once more before it says so: what it knows may be old, and much may have been settled since. */
    boolean isNearlyFull() {
        if (oldGeneration.isEmpty() || !isHigh(oldGeneration.get())) {
            return false;
        }
        System.gc();
        return isHigh(oldGeneration.get());
    }

    private static boolean isHigh(MemoryPoolMXBean pool) {
        var usage = pool.getCollectionUsage();
        return usage != null && usage.getMax() > 0 && usage.getUsed() > NEARLY_FULL * usage.getMax();
    }
}
