package io.aifactory.contracts.access;

import io.aifactory.contracts.events.InvalidName;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever a controller throws into {@code application/problem+json}. What is the caller's to mend is logged
 * quietly and said with every reason; what is ours is logged with its stack under an id, and only the id is said.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String INVALID_REQUEST = "invalid-request";

    @ExceptionHandler
    ResponseEntity<Object> on(Problem problem) {
        if (problem.kind().status() >= 500) {
            LOG.warn("refused: {}", problem.getMessage(), problem);
        } else {
            LOG.info("refused: {} {}", problem.getMessage(), problem.reasons());
        }
        return respond(Problems.of(problem), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(InvalidName invalid) {
        return invalidRequest(List.of(Reasons.messageOf(invalid)), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MethodArgumentTypeMismatchException mismatch) {
        return invalidRequest(List.of(Reasons.of(mismatch)), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Exception unexpected) {
        String id = UUID.randomUUID().toString();
        LOG.error("unexpected error {}", id, unexpected);
        ProblemDetail body = Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected-error",
                "something went wrong on our side; the log tells more under id " + id);
        body.setProperty("errorId", id);
        return respond(body, HttpHeaders.EMPTY);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalidRequest(List.of(Reasons.of(unreadable)), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalidRequest(Reasons.of(invalid), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalidRequest(Reasons.of(invalid), headers);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return on(refused);
        }
        String detail = body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : String.valueOf(refused.getMessage());
        LOG.info("refused: {}", detail);
        return respond(Problems.of(status, Problems.nameOf(status), lowered(detail)), headers);
    }

    private static ResponseEntity<Object> invalidRequest(List<String> reasons, HttpHeaders headers) {
        LOG.info("refused: {}", reasons);
        return respond(
                Problems.of(HttpStatus.BAD_REQUEST, INVALID_REQUEST, String.join("; ", reasons), reasons), headers);
    }

    private static ResponseEntity<Object> respond(ProblemDetail body, HttpHeaders headers) {
        return ResponseEntity.status(body.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static String lowered(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
