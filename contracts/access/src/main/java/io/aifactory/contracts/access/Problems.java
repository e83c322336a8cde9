package io.aifactory.contracts.access;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Writes refusals down in the shape of RFC 9457. */
final class Problems {

    private Problems() {}

    static ProblemDetail of(Problem problem) {
        var body = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(problem.kind().status()), String.valueOf(problem.getMessage()));
        body.setType(problem.type());
        body.setTitle(problem.title());
        return with(problem.reasons(), body);
    }

    static ProblemDetail of(HttpStatusCode status, String name, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(Problem.typeOf(name));
        body.setTitle(Problem.titleOf(name));
        return body;
    }

    static ProblemDetail of(HttpStatusCode status, String name, String detail, List<String> reasons) {
        return with(reasons, of(status, name, detail));
    }

    /** Returns the name of a status that has no more telling one, such as {@code method-not-allowed}. */
    static String nameOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "status-" + status.value()
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private static ProblemDetail with(List<String> reasons, ProblemDetail body) {
        if (!reasons.isEmpty()) {
            body.setProperty("reasons", reasons);
        }
        return body;
    }
}
