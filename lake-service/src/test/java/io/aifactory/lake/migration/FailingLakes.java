package io.aifactory.lake.migration;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lakes whose every operation works, until one does not: as if the process had ended between the one before and it. */
final class FailingLakes implements Lakes {

    private final Lakes lakes;
    private int stepsLeft = Integer.MAX_VALUE;

    FailingLakes(Lakes lakes) {
        this.lakes = lakes;
    }

    void failAt(int step) {
        stepsLeft = step;
    }

    void failNever() {
        stepsLeft = Integer.MAX_VALUE;
    }

    @Override
    public LakeStorage of(EnvironmentTier environment) {
        LakeStorage storage = lakes.of(environment);
        return (LakeStorage) Proxy.newProxyInstance(
                LakeStorage.class.getClassLoader(), new Class<?>[] {LakeStorage.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("environment")) {
                        step();
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void step() {
        if (--stepsLeft == 0) {
            throw new IllegalStateException("stopped");
        }
    }
}
