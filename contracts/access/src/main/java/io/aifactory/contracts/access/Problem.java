package io.aifactory.contracts.access;

import java.net.URI;
import java.util.List;

/**
 * A refusal that the caller is told about, as RFC 9457 {@code application/problem+json}. A subclass states one fact,
 * such as {@link ProjectNotFound}; its message is the problem's detail.
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPES = "urn:aifactory:problem:";

    private final Kind kind;
    private final String name;
    private final List<String> reasons;

    /** Creates a problem with a single reason, its detail. */
    protected Problem(Kind kind, String name, String detail) {
        this(kind, name, detail, List.of());
    }

    /**
     * Creates a problem.
     *
     * @param kind what kind of refusal it is
     * @param name the stable kebab-case name that callers tell it by, for instance {@code order-not-found}
     * @param detail what happened, in one sentence
     * @param reasons every reason at once, if there may be several
     */
    protected Problem(Kind kind, String name, String detail, List<String> reasons) {
        super(detail);
        this.kind = kind;
        this.name = name;
        this.reasons = List.copyOf(reasons);
    }

    /** Returns what kind of refusal it is. */
    public final Kind kind() {
        return kind;
    }

    /** Returns the problem's type, such as {@code urn:aifactory:problem:order-not-found}. */
    public final URI type() {
        return typeOf(name);
    }

    /** Returns the problem's name as a sentence, such as {@code Order not found}. */
    public final String title() {
        return titleOf(name);
    }

    /** Returns every reason; empty if the detail says it all. */
    public final List<String> reasons() {
        return reasons;
    }

    static URI typeOf(String name) {
        return URI.create(TYPES + name);
    }

    static String titleOf(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    /** Kinds of refusal and the HTTP status each is told with. */
    public enum Kind {
        /** The request cannot be read. */
        MALFORMED(400),
        /** It is not known who is calling. */
        UNAUTHENTICATED(401),
        /** The caller may not do this. */
        FORBIDDEN(403),
        /** What was asked for does not exist, or not for this caller. */
        NOT_FOUND(404),
        /** The state of things does not allow it, or no longer. */
        CONFLICT(409),
        /** The request can be read but asks for something impossible. */
        INVALID(422),
        /** Not now; the same request may work later. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** Returns the HTTP status code. */
        public int status() {
            return status;
        }
    }
}
