package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.lake.settings.ConfiguredModels;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lead of a project subscribes to what is shared with it, and ends that. */
@Service
class Subscribing {

    private final Shares shares;
    private final Subscriptions subscriptions;
    private final Acts acts;
    private final ConfiguredModels models;
    private final SharingWork work;
    private final Clock clock;

    Subscribing(
            Shares shares,
            Subscriptions subscriptions,
            Acts acts,
            ConfiguredModels models,
            SharingWork work,
            Clock clock) {
        this.shares = shares;
        this.subscriptions = subscriptions;
        this.acts = acts;
        this.models = models;
        this.work = work;
        this.clock = clock;
    }

    @Transactional
    Subscription subscribe(Caller caller, ShareId id, Subscription.@Nullable Target into, String reason) {
        Share share = visible(caller, id);
        caller.requireRole(share.project(), ProjectRole.LEAD);
        if (shares.lockInForce(id).isEmpty()) {
            throw new ShareRevoked(id);
        }
        if (into != null && !models.haveDataset(share.project(), into.model(), into.dataset())) {
            throw new TargetNotFound(share.project(), into);
        }
        Instant now = now();
        var subscription = new Subscription(SubscriptionId.next(), id, into, now, null);
        if (!subscriptions.add(subscription)) {
            throw new AlreadySubscribed(inForce(subscription));
        }
        acts.add(new Act(subscription.id().value(), Act.Kind.SUBSCRIBED, caller.person(), reason, now));
        work.bring(share);
        return subscription;
    }

    @Transactional
    Subscription end(Caller caller, SubscriptionId id, String reason) {
        Subscription subscription = subscriptions.find(id).orElseThrow(() -> new SubscriptionNotFound(id));
        Share share = shares.find(subscription.share())
                .filter(known -> caller.sees(known.project()))
                .orElseThrow(() -> new SubscriptionNotFound(id));
        caller.requireRole(share.project(), ProjectRole.LEAD);
        Instant now = now();
        if (!subscriptions.end(id, now)) {
            throw new SubscriptionEnded(id);
        }
        acts.add(new Act(id.value(), Act.Kind.ENDED, caller.person(), reason, now));
        return subscriptions.find(id).orElseThrow();
    }

    private Share visible(Caller caller, ShareId id) {
        return shares.find(id).filter(share -> caller.sees(share.project())).orElseThrow(() -> new ShareNotFound(id));
    }

    private Subscription inForce(Subscription same) {
        return subscriptions.of(same.share()).stream()
                .filter(Subscription::inForce)
                .filter(other -> Objects.equals(other.into(), same.into()))
                .findFirst()
                .orElse(same);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
