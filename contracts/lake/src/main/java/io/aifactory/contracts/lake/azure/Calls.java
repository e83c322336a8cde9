package io.aifactory.contracts.lake.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeAccessDenied;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeUnavailable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Makes calls to the storage and says in the port's words why one failed. */
final class Calls {

    private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");
    private static final Set<String> NO_FILE_SYSTEM =
            Set.of("FilesystemNotFound", "FilesystemBeingDeleted", "ContainerNotFound", "ContainerBeingDeleted");
    private static final int DEEPEST_CAUSE = 20;

    private final EnvironmentTier environment;
    private final String address;

    Calls(EnvironmentTier environment, String address) {
        this.environment = environment;
        this.address = address;
    }

    interface Call<T> {
        T make() throws IOException;
    }

    <T> T make(String verb, LakePath path, Call<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw unavailable(verb, path, e);
        } catch (RuntimeException e) {
            throw inOurWords(verb, path, e);
        }
    }

    static boolean isNotFound(RuntimeException failure) {
        return answer(failure)
                .filter(answer -> answer.getStatusCode() == 404 && !NO_FILE_SYSTEM.contains(codeOf(answer)))
                .isPresent();
    }

    static boolean isConflict(RuntimeException failure) {
        return answer(failure)
                .filter(answer -> answer.getStatusCode() == 409 || answer.getStatusCode() == 412)
                .isPresent();
    }

    private RuntimeException inOurWords(String verb, LakePath path, RuntimeException failure) {
        Optional<HttpResponse> answer = answer(failure);
        if (answer.isPresent()) {
            return inOurWords(verb, path, failure, answer.get());
        }
        return cameFromOutside(failure) ? unavailable(verb, path, failure) : failure;
    }

    private RuntimeException inOurWords(String verb, LakePath path, RuntimeException failure, HttpResponse answer) {
        String what = "%s (%d %s)".formatted(cannot(verb, path), answer.getStatusCode(), codeOf(answer));
        return switch (answer.getStatusCode()) {
            case 400 -> new IllegalArgumentException(what, failure);
            case 401 ->
                new LakeAccessDenied(
                        what + ": %s does not accept the identity of this service".formatted(address), failure);
            case 403 -> new LakeAccessDenied(what + ": " + missingRight(codeOf(answer)), failure);
            case 404 ->
                isNotFound(failure)
                        ? new LakeFileNotFound(environment, path)
                        : new LakeUnavailable("%s: there is no %s".formatted(what, address), failure);
            case 409, 412 -> new LakeUnavailable(what + ": it was changed at the same time", failure);
            default -> new LakeUnavailable(what, failure);
        };
    }

    private String missingRight(String code) {
        String role = "give the identity of this service the role 'Storage Blob Data Owner' on " + address;
        return code.equals("AuthorizationFailure")
                ? "open the account's network rules to this service, and " + role
                : role;
    }

    private LakeUnavailable unavailable(String verb, LakePath path, Exception cause) {
        return new LakeUnavailable(cannot(verb, path), cause);
    }

    private String cannot(String verb, LakePath path) {
        return path.path().isEmpty()
                ? "cannot %s the lake of %s".formatted(verb, environment)
                : "cannot %s '%s' in the lake of %s".formatted(verb, path.path(), environment);
    }

    private static Optional<HttpResponse> answer(Throwable failure) {
        return causes(failure)
                .filter(HttpResponseException.class::isInstance)
                .map(cause -> ((HttpResponseException) cause).getResponse())
                .findFirst();
    }

    /** Returns whether the network or the identity provider failed, rather than our own code. */
    private static boolean cameFromOutside(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause instanceof HttpResponseException);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }

    private static String codeOf(HttpResponse answer) {
        String code = answer.getHeaderValue(ERROR_CODE);
        return code == null ? "without a reason" : code;
    }
}
