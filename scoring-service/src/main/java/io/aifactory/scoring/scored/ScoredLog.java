package io.aifactory.scoring.scored;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves online scores. What has been saved is never lost; requests that come together are saved together. */
@Component
public class ScoredLog implements DisposableBean {

    private final GroupCommit<ScoredRequest> group;
    private final ScoredProperties properties;

    ScoredLog(PendingScores pending, TransactionTemplate transaction, ScoredProperties properties) {
        this.properties = properties;
        this.group = new GroupCommit<>(
                "scored-log",
                requests -> transaction.executeWithoutResult(status -> pending.add(requests)),
                properties.largestGroup());
    }

    /**
     * Saves a request and its scores, and returns once the database has committed them.
     *
     * @throws ScoresNotSaved if that fails or takes too long; a request that took too long may be found saved later
     */
    public void save(ScoredRequest request) {
        try {
            group.add(request).get(properties.saveTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new ScoresNotSaved(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new ScoresNotSaved(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScoresNotSaved(e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        group.close();
    }
}
