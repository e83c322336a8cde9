package io.aifactory.scoring.online;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.scoring.endpoint.KeyCheck;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.aifactory.scoring.scored.CallerId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The online path: {@code POST /score/{environment}/{project}/{model}}. */
final class ScoringServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ScoringServlet.class);
    private static final String BEARER = "Bearer ";
    private static final String CALLER = "X-Caller-Id";
    private static final String PROBLEM = "application/problem+json";
    private static final String RETRY_SECONDS = "2";

    private final transient KeyCheck keys;
    private final transient OnlineScoring scoring;
    private final transient ScoringMeters meters;
    private final int maxBody;

    ScoringServlet(KeyCheck keys, OnlineScoring scoring, ScoringMeters meters, OnlineProperties properties) {
        this.keys = keys;
        this.scoring = scoring;
        this.meters = meters;
        this.maxBody = (int) properties.maxBody().toBytes();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = System.nanoTime();
        ScoringEndpoint endpoint = null;
        try {
            endpoint = authorized(request);
            var scored = scoring.score(endpoint, callerOf(request), bodyOf(request));
            meters.rows(endpoint, scored.scores().length);
            write(response, HttpServletResponse.SC_OK, "application/json", Answers.of(scored));
        } catch (Problem problem) {
            refuse(response, problem);
        } catch (RuntimeException fault) {
            admit(response, fault);
        } finally {
            meters.request(endpoint, response.getStatus(), System.nanoTime() - start);
        }
    }

    private ScoringEndpoint authorized(HttpServletRequest request) {
        String path = request.getPathInfo();
        var endpoint = ScoringEndpoint.ofPath(path == null ? "" : path).orElseThrow(AddressNotFound::new);
        String authorization = request.getHeader("Authorization");
        if (authorization == null
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || !keys.opens(
                        endpoint, authorization.substring(BEARER.length()).strip())) {
            throw new WrongEndpointKey();
        }
        return endpoint;
    }

    private static CallerId callerOf(HttpServletRequest request) {
        String caller = request.getHeader(CALLER);
        if (caller == null) {
            throw new InvalidCaller("the header %s has to say who asks".formatted(CALLER));
        }
        try {
            return new CallerId(caller);
        } catch (InvalidName e) {
            throw new InvalidCaller(String.valueOf(e.getMessage()));
        }
    }

    private byte[] bodyOf(HttpServletRequest request) throws IOException {
        byte[] body = request.getContentLengthLong() > maxBody
                ? new byte[0]
                : request.getInputStream().readNBytes(maxBody + 1);
        if (request.getContentLengthLong() > maxBody || body.length > maxBody) {
            throw new RequestTooLarge("a request's body has at most %d bytes".formatted(maxBody));
        }
        return body;
    }

    private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
        switch (problem.kind()) {
            case UNAUTHENTICATED -> response.setHeader("WWW-Authenticate", "Bearer");
            case UNAVAILABLE -> {
                response.setHeader("Retry-After", RETRY_SECONDS);
                LOG.warn("refused: {}", problem.getMessage(), problem.getCause());
            }
            default -> LOG.debug("refused: {} {}", problem.getMessage(), problem.reasons());
        }
        write(response, problem.kind().status(), PROBLEM, Answers.of(problem));
    }

    private static void admit(HttpServletResponse response, RuntimeException fault) throws IOException {
        String id = UUID.randomUUID().toString();
        LOG.error("unexpected error {}", id, fault);
        write(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, PROBLEM, Answers.ofFault(id));
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
