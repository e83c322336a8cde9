package io.aifactory.contracts.messaging.inbox;

import io.aifactory.contracts.messaging.DependencyUnavailable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a failure of the event from an outage of what its handling needs. */
final class Outages {

    private static final List<Class<? extends Throwable>> SIGNS = List.of(
            DependencyUnavailable.class,
            DataAccessResourceFailureException.class,
            RecoverableDataAccessException.class,
            CannotCreateTransactionException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SocketTimeoutException.class,
            HttpTimeoutException.class);

    private static final int DEEPEST_CAUSE = 20;

    private Outages() {}

    /** Returns whether the failure, or one that caused it, says that something could not be reached. */
    static boolean isOutage(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> SIGNS.stream().anyMatch(sign -> sign.isInstance(cause)));
    }
}
