package io.aifactory.contracts.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.aifactory.contracts.events.InvalidName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says in the caller's words why a request could not be read: no class names, no stack. */
final class Reasons {

    private Reasons() {}

    static String of(MethodArgumentTypeMismatchException mismatch) {
        InvalidName name = findInvalidName(mismatch);
        return name == null
                ? "'%s' is no valid value of %s".formatted(mismatch.getValue(), mismatch.getName())
                : messageOf(name);
    }

    static String of(HttpMessageNotReadableException unreadable) {
        InvalidName name = findInvalidName(unreadable);
        if (unreadable.getCause() instanceof JsonMappingException mapping) {
            String what = name == null ? "has a value of the wrong kind" : messageOf(name);
            return "%s: %s".formatted(pathOf(mapping), what);
        }
        return unreadable.getCause() instanceof JsonProcessingException json
                ? "the body is no JSON: line %d, column %d"
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr())
                : "the body is missing or cannot be read";
    }

    static List<String> of(MethodArgumentNotValidException invalid) {
        return Stream.concat(
                        invalid.getFieldErrors().stream()
                                .map(error -> "%s %s".formatted(error.getField(), error.getDefaultMessage())),
                        invalid.getGlobalErrors().stream().map(error -> String.valueOf(error.getDefaultMessage())))
                .sorted()
                .toList();
    }

    static List<String> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream().map(error -> "%s %s"
                        .formatted(result.getMethodParameter().getParameterName(), error.getDefaultMessage())))
                .sorted()
                .toList();
    }

    static String messageOf(InvalidName name) {
        return String.valueOf(name.getMessage());
    }

    private static String pathOf(JsonMappingException mapping) {
        String path = mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "the body" : path.replaceFirst("^\\.", "");
    }

    private static @Nullable InvalidName findInvalidName(Throwable from) {
        for (Throwable cause = from; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidName name) {
                return name;
            }
        }
        return null;
    }
}
