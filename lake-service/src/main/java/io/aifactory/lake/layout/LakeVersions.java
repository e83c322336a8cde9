package io.aifactory.lake.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.LakeVersionFile;
import io.aifactory.contracts.lake.Lakes;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Knows by which grammar each lake is laid out. The service does not start on a lake of a grammar that it does not know, so that
 * an older edition never works on what a newer one has moved.
 */
@Component
public class LakeVersions implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(LakeVersions.class);

    private final Lakes lakes;

    LakeVersions(Lakes lakes) {
        this.lakes = lakes;
    }

    /** Returns the grammar of an environment's lake; the current one, if nobody has laid it out yet. */
    public LakeDesign of(EnvironmentTier environment) {
        try (var in = lakes.of(environment).open(new LakeVersionFile())) {
            return LakeDesign.parse(in.readAllBytes());
        } catch (LakeFileNotFound e) {
            return LakeDesign.FRESH;
        } catch (IOException e) {
            throw new LakeUnavailable("cannot read the version of the lake of " + environment, e);
        }
    }

    /** Says that an environment's lake is laid out by the current grammar. */
    public void markCurrent(EnvironmentTier environment) {
        lakes.of(environment)
                .publish(
                        new LakeVersionFile(),
                        LakeContent.of(ActiveFiles.lakeVersion().getBytes(UTF_8)));
    }

    /**
     * Lets pass a lake of the current grammar.
     *
     * @throws LakeVersionUnsupported if it is of another
     */
    public void requireCurrent(EnvironmentTier environment) {
        LakeDesign design = of(environment);
        if (!design.isCurrent()) {
            throw new LakeVersionUnsupported(environment, design);
        }
    }

    /** An older lake may be moved while the service runs, and needs it for that. */
    @Override
    public void afterSingletonsInstantiated() {
        for (var environment : EnvironmentTier.values()) {
            try {
                LakeDesign design = of(environment);
                if (design.isOlder()) {
                    LOG.warn("{}", new LakeVersionUnsupported(environment, design).getMessage());
                } else if (!design.isCurrent()) {
                    throw new LakeVersionUnsupported(environment, design);
                }
            } catch (LakeUnavailable e) {
                LOG.warn(
                        "the version of the lake of {} is looked at when it is laid out: {}",
                        environment,
                        e.getMessage());
            }
        }
    }
}
