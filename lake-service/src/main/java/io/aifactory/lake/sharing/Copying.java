package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileExists;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Copies a version into a subscriber's dataset, as a file like any that lands: the storage tells of it and refinement takes it.
 * The file's name and day follow from the version, so that copying twice is copying once.
 */
@Component
class Copying {

    private static final Logger LOG = LoggerFactory.getLogger(Copying.class);

    private final Lakes lakes;

    Copying(Lakes lakes) {
        this.lakes = lakes;
    }

    /** Returns the copies; none if the subscriber only reads. */
    List<LakeFile> copy(Share share, Subscription subscription, SourceVersion version) {
        Subscription.Target into = subscription.into();
        if (into == null) {
            return List.of();
        }
        var folder = new InFolder(
                ModelZone.train(share.project(), into.model()),
                into.dataset(),
                share.environment(),
                LocalDate.ofInstant(version.savedAt(), ZoneOffset.UTC));
        var copies = new ArrayList<LakeFile>();
        for (int part = 0; part < version.files().size(); part++) {
            InFile target = folder.file(nameOf(share.source(), version, part));
            copy(lakes.of(share.environment()), version.files().get(part), target);
            copies.add(target.file());
        }
        return copies;
    }

    private static String nameOf(SharedSource source, SourceVersion version, int part) {
        String suffix = version.files().size() == 1 ? "" : "_" + (part + 1);
        return "%s_v%d%s.parquet".formatted(source.name(), version.number(), suffix);
    }

    private static void copy(LakeStorage lake, LakeFile from, InFile to) {
        try (InputStream in = lake.open(LakePaths.parse(from))) {
            lake.create(to, LakeContent.of(in));
        } catch (LakeFileExists there) {
            LOG.debug("copied before: {}", there.getMessage());
        } catch (IOException e) {
            throw new LakeUnavailable("cannot read '%s'".formatted(from.path()), e);
        }
    }
}
