package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.SharedDatasetSaved;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.lake.layout.GuestAccess;
import io.aifactory.lake.reconciliation.Reconciler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings every new version of what is shared to those who subscribed: lets them read it, copies it where they want a copy,
 * and tells them; in this order, so that what they are told of is there. A share that was revoked brings nothing more.
 */
@Component
class Delivering implements Reconciler {

    static final String KIND = "sharing";

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

    private final Shares shares;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final SourceVersions versions;
    private final GuestAccess access;
    private final SharedWith sharedWith;
    private final Copying copying;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivering(
            Shares shares,
            Subscriptions subscriptions,
            Deliveries deliveries,
            SourceVersions versions,
            GuestAccess access,
            SharedWith sharedWith,
            Copying copying,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.shares = shares;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.versions = versions;
        this.access = access;
        this.sharedWith = sharedWith;
        this.copying = copying;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void reconcile(String scope) {
        shares.find(new ShareId(scope)).ifPresent(this::bring);
    }

    private void bring(Share share) {
        openMaster(share);
        if (share.inForce()) {
            subscriptions.of(share.id()).stream()
                    .filter(Subscription::inForce)
                    .forEach(subscription -> bring(share, subscription));
        }
    }

    private void bring(Share share, Subscription subscription) {
        versions.after(share.source(), share.environment(), deliveries.newestOf(subscription.id()))
                .forEach(version -> bring(share, subscription, version));
    }

    private void bring(Share share, Subscription subscription, SourceVersion version) {
        if (begin(share, subscription, version)) {
            version.files().forEach(file -> openFile(share, file));
            List<LakeFile> copies = copying.copy(share, subscription, version);
            transaction.executeWithoutResult(status -> shares.lockInForce(share.id())
                    .ifPresentOrElse(inForce -> tell(share, subscription, version, copies), () -> version.files()
                            .forEach(file -> openFile(share, file))));
        }
    }

    /** Notes what is about to be opened, so that whoever revokes it knows what to close. */
    private boolean begin(Share share, Subscription subscription, SourceVersion version) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean inForce = shares.lockInForce(share.id()).isPresent();
            if (inForce) {
                deliveries.begin(subscription.id(), version);
            }
            return inForce;
        }));
    }

    private void tell(Share share, Subscription subscription, SourceVersion version, List<LakeFile> copies) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        deliveries.complete(subscription.id(), version.number(), copies, now);
        LOG.info(
                "{}: version {} of {}",
                subscription.id(),
                version.number(),
                share.source().text());
        outbox.publish(new SharedDatasetSaved(
                share.project(),
                subscription.id().value(),
                share.id().value(),
                share.source().text(),
                version.number(),
                version.files(),
                copies,
                now));
    }

    /** A table of master is opened as a whole: its versions share files. */
    private void openMaster(Share share) {
        if (share.source() instanceof SharedSource.OfMaster master) {
            access.give(
                    share.environment(),
                    SourceVersions.silverOf(master, share.environment()).table(),
                    guestsOf(share));
        }
    }

    /** Opens a file to all who may read it by now; who no longer may is kept out. */
    private void openFile(Share share, LakeFile file) {
        if (share.source() instanceof SharedSource.OfProject owned) {
            var path = (EnvironmentPath) LakePaths.parse(file);
            access.give(
                    path,
                    sharedWith.filesOf(owned.project(), share.environment()).getOrDefault(path, Set.of()));
        }
    }

    private Set<ProjectId> guestsOf(Share share) {
        return shares.inForce(share.source(), share.environment()).stream()
                .map(Share::project)
                .collect(Collectors.toSet());
    }
}
