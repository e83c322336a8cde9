package io.aifactory.lake.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileExists;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakeFolder.OfDataset.Part;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeVersionFile;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.reconciliation.Reconciler;
import io.aifactory.lake.settings.ConfiguredModel;
import io.aifactory.lake.settings.ConfiguredModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lays out a project's part of the lake in each of its environments. What is there already is left as it is. */
@Component
class Layout implements Reconciler {

    static final String KIND = "layout";

    private static final Logger LOG = LoggerFactory.getLogger(Layout.class);

    private final Lakes lakes;
    private final LakeVersions versions;
    private final LaidOutFolders folders;
    private final ProjectEnvironments environments;
    private final ProjectRoles roles;
    private final ConfiguredModels models;
    private final Guests guests;
    private final GuestAccess guestAccess;

    Layout(
            Lakes lakes,
            LakeVersions versions,
            LaidOutFolders folders,
            ProjectEnvironments environments,
            ProjectRoles roles,
            ConfiguredModels models,
            Guests guests,
            GuestAccess guestAccess) {
        this.lakes = lakes;
        this.versions = versions;
        this.folders = folders;
        this.environments = environments;
        this.roles = roles;
        this.models = models;
        this.guests = guests;
        this.guestAccess = guestAccess;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void reconcile(String scope) {
        var project = new ProjectId(scope);
        Set<ProjectRole> held = roles.of(project);
        List<ConfiguredModel> configured = models.of(project);
        var refused = new ArrayList<LakeVersionUnsupported>();
        for (EnvironmentTier environment : environments.of(project)) {
            try {
                versions.requireCurrent(environment);
                layOut(lakes.of(environment), project, held, configured);
            } catch (LakeVersionUnsupported e) {
                refused.add(e);
            }
        }
        LOG.info("{}: laid out with {} models for {}", project, configured.size(), held);
        if (!refused.isEmpty()) {
            throw refused.get(0); // to be tried again: the lake may be moved meanwhile
        }
    }

    private void layOut(
            LakeStorage storage, ProjectId project, Set<ProjectRole> held, List<ConfiguredModel> configured) {
        EnvironmentTier environment = storage.environment();
        List<String> visitors = guestAccess.groupsOf(guests.of(project, environment));
        layOutRoot(storage);
        layOutProject(storage, project, held, visitors);
        configured.forEach(model -> layOutModel(storage, model));
        folders.of(project, environment).forEach(folder -> giveAccess(storage, folder, project, held, visitors));
        guests.filesOf(project, environment).forEach(guestAccess::give);
    }

    private static void layOutRoot(LakeStorage storage) {
        for (var top : LakeFolder.Top.values()) {
            storage.createFolder(top);
            storage.setAccess(top, AccessRules.shared(top));
        }
        storage.setAccess(new LakeFolder.Root(), AccessRules.root());
        createOnce(storage, new LakeVersionFile(), ActiveFiles.lakeVersion());
    }

    private static void layOutProject(
            LakeStorage storage, ProjectId project, Set<ProjectRole> held, List<String> visitors) {
        var folder = new LakeFolder.OfProject(project);
        storage.createFolder(folder);
        storage.setAccess(folder, AccessRules.project(project, held, visitors));
    }

    private void layOutModel(LakeStorage storage, ConfiguredModel model) {
        var train = ModelZone.train(model.project(), model.name());
        var inference = ModelZone.inference(model.project(), model.name(), 0);
        for (DatasetName dataset : model.datasets()) {
            layOutDataset(storage, train, dataset);
            layOutDataset(storage, inference, dataset);
        }
        model.datasets().forEach(dataset -> layOutQueries(storage, train, dataset));
        layOutQueries(storage, train, null);
        storage.createFolder(new LakeFolder.OfModels(train));
        createOnce(
                storage,
                new ActiveFile(model.project(), model.name(), ActiveFile.Use.TRAINING),
                ActiveFiles.training());
        createOnce(
                storage, new ActiveFile(model.project(), model.name(), ActiveFile.Use.SCORING), ActiveFiles.scoring());
    }

    private void layOutDataset(LakeStorage storage, ModelZone zone, DatasetName dataset) {
        for (var part : Part.values()) {
            layOutFolder(storage, zone.project(), new LakeFolder.OfDataset(zone, dataset, part, storage.environment()));
        }
    }

    private void layOutQueries(LakeStorage storage, ModelZone.Train zone, @Nullable DatasetName dataset) {
        layOutFolder(storage, zone.project(), new LakeFolder.OfQueries(zone, dataset, storage.environment()));
    }

    private void layOutFolder(LakeStorage storage, ProjectId project, LakeFolder folder) {
        storage.createFolder(folder);
        folders.add(project, storage.environment(), folder);
    }

    private void giveAccess(
            LakeStorage storage, LakeFolder folder, ProjectId project, Set<ProjectRole> held, List<String> visitors) {
        try {
            storage.setAccess(
                    folder,
                    AccessRules.dataset(
                            project, held, isWrittenByTheTeam(folder), isVisited(folder) ? visitors : List.of()));
        } catch (LakeFileNotFound removed) {
            LOG.info("nobody is given rights any more: {}", removed.getMessage());
            folders.remove(storage.environment(), folder);
        }
    }

    private static boolean isWrittenByTheTeam(LakeFolder folder) {
        return folder instanceof LakeFolder.OfQueries
                || (folder instanceof LakeFolder.OfDataset ofDataset && ofDataset.part() == Part.IN);
    }

    private static boolean isVisited(LakeFolder folder) {
        return folder instanceof LakeFolder.OfDataset ofDataset
                && ofDataset.part() == Part.SILVER
                && ofDataset.zone() instanceof ModelZone.Train;
    }

    private static void createOnce(LakeStorage storage, LakePath file, String content) {
        try {
            storage.create(file, LakeContent.of(content.getBytes(UTF_8)));
        } catch (LakeFileExists kept) {
            LOG.debug("left as it is: {}", kept.getMessage());
        }
    }
}
