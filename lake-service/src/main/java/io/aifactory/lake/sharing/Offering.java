package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.MasterDataset;
import io.aifactory.lake.settings.ConfiguredModels;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lead of a project offers to give a dataset back to master, and the core team accepts or declines. */
@Service
class Offering {

    private final ShareBacks offers;
    private final Acts acts;
    private final ConfiguredModels models;
    private final SharingWork work;
    private final Clock clock;

    Offering(ShareBacks offers, Acts acts, ConfiguredModels models, SharingWork work, Clock clock) {
        this.offers = offers;
        this.acts = acts;
        this.models = models;
        this.work = work;
        this.clock = clock;
    }

    @Transactional
    ShareBack offer(
            Caller caller,
            SharedSource.OfProject source,
            EnvironmentTier environment,
            MasterDataset master,
            String reason) {
        caller.requireRole(source.project(), ProjectRole.LEAD);
        if (!models.haveDataset(source.project(), source.model(), source.dataset())) {
            throw new SourceNotFound(source);
        }
        Instant now = now();
        var offer = new ShareBack(ShareBackId.next(), source, environment, master, ShareBack.State.OFFERED, now);
        if (!offers.add(offer)) {
            throw new AlreadyOffered(inForce(offer));
        }
        acts.add(new Act(offer.id().value(), Act.Kind.OFFERED, caller.person(), reason, now));
        return offer;
    }

    @Transactional
    ShareBack accept(Caller caller, ShareBackId id, String reason) {
        ShareBack offer = find(caller, id);
        caller.requireCoreTeam();
        ShareBack accepted = become(offer, ShareBack.State.ACCEPTED, Act.Kind.ACCEPTED, caller.person(), reason);
        work.request(accepted);
        return accepted;
    }

    @Transactional
    ShareBack decline(Caller caller, ShareBackId id, String reason) {
        ShareBack offer = find(caller, id);
        caller.requireCoreTeam();
        return become(offer, ShareBack.State.DECLINED, Act.Kind.DECLINED, caller.person(), reason);
    }

    @Transactional
    ShareBack withdraw(Caller caller, ShareBackId id, String reason) {
        ShareBack offer = find(caller, id);
        caller.requireRole(offer.source().project(), ProjectRole.LEAD);
        return become(offer, ShareBack.State.WITHDRAWN, Act.Kind.WITHDRAWN, caller.person(), reason);
    }

    /** Takes all offers of a project back, because the project is given up. */
    void withdrawAllOf(ProjectId project, String person, String reason) {
        offers.of(project).stream()
                .filter(offer -> offer.state().canBecome(ShareBack.State.WITHDRAWN))
                .forEach(offer -> become(offer, ShareBack.State.WITHDRAWN, Act.Kind.WITHDRAWN, person, reason));
    }

    private ShareBack find(Caller caller, ShareBackId id) {
        return offers.find(id)
                .filter(offer -> caller.sees(offer.source().project()))
                .orElseThrow(() -> new ShareBackNotFound(id));
    }

    private ShareBack become(ShareBack offer, ShareBack.State next, Act.Kind act, String person, String reason) {
        if (!offer.state().canBecome(next) || !offers.become(offer, next)) {
            throw new OfferDecided(offers.find(offer.id()).orElse(offer));
        }
        acts.add(new Act(offer.id().value(), act, person, reason, now()));
        return offers.find(offer.id()).orElseThrow();
    }

    private ShareBack inForce(ShareBack same) {
        return offers.of(same.source().project()).stream()
                .filter(offer -> offer.state().canBecome(ShareBack.State.WITHDRAWN))
                .filter(offer -> offer.environment() == same.environment()
                        && offer.master().equals(same.master()))
                .findFirst()
                .orElse(same);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
