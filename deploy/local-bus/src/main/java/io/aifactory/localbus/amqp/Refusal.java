package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.LockLost;
import io.aifactory.localbus.entity.MissingSession;
import io.aifactory.localbus.entity.RuleExists;
import io.aifactory.localbus.entity.SessionLockLost;
import io.aifactory.localbus.entity.SessionUnavailable;
import io.aifactory.localbus.entity.UnknownRule;
import java.util.Objects;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.AmqpError;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why something is not done, as Service Bus says it.
 *
 * @param status the status code where the answer is a message
 * @param condition the error condition
 * @param description for people
 */
record Refusal(int status, Symbol condition, String description) {

    private static final Logger log = LoggerFactory.getLogger(Refusal.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int INTERNAL_ERROR = 500;
    private static final int BUSY = 503;

    static Refusal of(RuntimeException error) {
        if (error instanceof LockLost) {
            return new Refusal(GONE, Symbol.valueOf("com.microsoft:message-lock-lost"), reason(error));
        }
        if (error instanceof SessionLockLost) {
            return new Refusal(GONE, Symbol.valueOf("com.microsoft:session-lock-lost"), reason(error));
        }
        if (error instanceof SessionUnavailable unavailable) {
            return unavailable(unavailable);
        }
        if (error instanceof MissingSession) {
            return notAllowed(reason(error));
        }
        if (error instanceof RuleExists) {
            return new Refusal(CONFLICT, Symbol.valueOf("com.microsoft:entity-already-exists"), reason(error));
        }
        if (error instanceof UnknownRule) {
            return new Refusal(NOT_FOUND, AmqpError.NOT_FOUND, reason(error));
        }
        if (error instanceof ServerBusy) {
            return new Refusal(BUSY, Symbol.valueOf("com.microsoft:server-busy"), reason(error));
        }
        if (error instanceof AccessRefused) {
            return unauthorized(reason(error));
        }
        if (error instanceof MalformedMessage || error instanceof IllegalArgumentException) {
            return new Refusal(BAD_REQUEST, Symbol.valueOf("com.microsoft:argument-error"), reason(error));
        }
        if (error instanceof UnsupportedOperationException) {
            return new Refusal(NOT_IMPLEMENTED, AmqpError.NOT_IMPLEMENTED, reason(error));
        }
        log.error("Something went wrong that should not", error);
        return new Refusal(INTERNAL_ERROR, AmqpError.INTERNAL_ERROR, error.toString());
    }

    private static Refusal unavailable(SessionUnavailable error) {
        String condition = error.isLockedByAnother() ? "session-cannot-be-locked" : "timeout";
        return new Refusal(GONE, Symbol.valueOf("com.microsoft:" + condition), reason(error));
    }

    private static String reason(RuntimeException error) {
        return Objects.requireNonNullElseGet(error.getMessage(), error::toString);
    }

    static Refusal unauthorized(String description) {
        return new Refusal(UNAUTHORIZED, AmqpError.UNAUTHORIZED_ACCESS, description);
    }

    static Refusal unknownEntity(String address) {
        return new Refusal(
                NOT_FOUND, AmqpError.NOT_FOUND, "The messaging entity '%s' could not be found.".formatted(address));
    }

    static Refusal notAllowed(String description) {
        return new Refusal(BAD_REQUEST, AmqpError.NOT_ALLOWED, description);
    }

    ErrorCondition errorCondition() {
        return new ErrorCondition(condition, description);
    }

    Rejected rejected() {
        Rejected rejected = new Rejected();
        rejected.setError(errorCondition());
        return rejected;
    }
}
