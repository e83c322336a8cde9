package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.DatasetShared;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.events.SharingRevoked;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.lake.layout.ProjectEnvironments;
import io.aifactory.lake.master.MasterDatasets;
import io.aifactory.lake.settings.ConfiguredModels;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An owner shares a dataset, and revokes it. For a project's dataset the owner is the project's lead and nobody else; for
 * master it is the core team.
 */
@Service
class Granting {

    /** An access list has room for 28 entries; a project's own take 5 of them, each guest up to 2. */
    static final int MOST_GUESTS = 10;

    private final Shares shares;
    private final Acts acts;
    private final ConfiguredModels models;
    private final MasterDatasets masterDatasets;
    private final ProjectEnvironments environments;
    private final Outbox outbox;
    private final SharingWork work;
    private final Clock clock;

    Granting(
            Shares shares,
            Acts acts,
            ConfiguredModels models,
            MasterDatasets masterDatasets,
            ProjectEnvironments environments,
            Outbox outbox,
            SharingWork work,
            Clock clock) {
        this.shares = shares;
        this.acts = acts;
        this.models = models;
        this.masterDatasets = masterDatasets;
        this.environments = environments;
        this.outbox = outbox;
        this.work = work;
        this.clock = clock;
    }

    @Transactional
    Share grant(Caller caller, SharedSource source, EnvironmentTier environment, ProjectId project, String reason) {
        requireOwner(caller, source);
        requireSource(source);
        requireGuest(source, environment, project);
        Instant now = now();
        var share = new Share(ShareId.next(), source, environment, project, now, null);
        if (!shares.add(share)) {
            throw new AlreadyShared(inForce(share));
        }
        acts.add(new Act(share.id().value(), Act.Kind.SHARED, caller.person(), reason, now));
        outbox.publish(new DatasetShared(
                project, share.id().value(), source.text(), environment, caller.person(), reason, now));
        work.request(share);
        return share;
    }

    @Transactional
    Share revoke(Caller caller, ShareId id, String reason) {
        Share share = shares.find(id)
                .filter(known ->
                        caller.coreTeam() || caller.roles().keySet().stream().anyMatch(known::concerns))
                .orElseThrow(() -> new ShareNotFound(id));
        requireOwner(caller, share.source());
        if (!revoke(share, caller.person(), reason)) {
            throw new ShareRevoked(id);
        }
        return shares.find(id).orElseThrow();
    }

    /** Ends all shares that a project gave or got, because the project is given up. */
    void revokeAllOf(ProjectId project, String person, String reason) {
        shares.of(project).forEach(share -> revoke(share, person, reason));
    }

    private boolean revoke(Share share, String person, String reason) {
        Instant now = now();
        if (!shares.revoke(share.id(), now)) {
            return false;
        }
        acts.add(new Act(share.id().value(), Act.Kind.REVOKED, person, reason, now));
        outbox.publish(new SharingRevoked(
                share.project(), share.id().value(), share.source().text(), share.environment(), person, reason, now));
        work.request(share);
        return true;
    }

    private static void requireOwner(Caller caller, SharedSource source) {
        if (source instanceof SharedSource.OfProject owned) {
            caller.requireRole(owned.project(), ProjectRole.LEAD);
        } else {
            caller.requireCoreTeam();
        }
    }

    private void requireSource(SharedSource source) {
        boolean known = source instanceof SharedSource.OfProject owned
                ? models.haveDataset(owned.project(), owned.model(), owned.dataset())
                : masterDatasets.isDescribed(((SharedSource.OfMaster) source).dataset());
        if (!known) {
            throw new SourceNotFound(source);
        }
    }

    private void requireGuest(SharedSource source, EnvironmentTier environment, ProjectId project) {
        if (!environments.of(project).contains(environment)) {
            throw new ProjectNotFound(project);
        }
        if (source instanceof SharedSource.OfProject owned && owned.project().equals(project)) {
            throw new OwnDataset(source);
        }
        Set<ProjectId> guests = guestsOf(source, environment);
        if (guests.size() >= MOST_GUESTS && !guests.contains(project)) {
            throw new TooManyGuests(source, MOST_GUESTS);
        }
    }

    private Set<ProjectId> guestsOf(SharedSource source, EnvironmentTier environment) {
        return source instanceof SharedSource.OfProject owned
                ? shares.guestsOf(owned.project(), environment)
                : shares.inForce(source, environment).stream()
                        .map(Share::project)
                        .collect(Collectors.toSet());
    }

    private Share inForce(Share same) {
        return shares.inForce(same.source(), same.environment()).stream()
                .filter(share -> share.project().equals(same.project()))
                .findFirst()
                .orElse(same);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
