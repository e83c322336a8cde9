package io.aifactory.contracts.lake.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks the signature of a request as "Authorize with Shared Key" of the Azure Storage reference has it. */
final class SharedKeyCheck {

    private final String account;
    private final byte[] key;

    SharedKeyCheck(String account, byte[] key) {
        this.account = account;
        this.key = key.clone();
    }

    void check(HttpExchange request, Map<String, String> query) {
        String expected = "SharedKey %s:%s".formatted(account, sign(textToSign(request, query)));
        if (!expected.equals(request.getRequestHeaders().getFirst("Authorization"))) {
            throw new DoubleError(403, "AuthenticationFailed");
        }
    }

    private String textToSign(HttpExchange request, Map<String, String> query) {
        String length = header(request, "Content-Length");
        return Stream.of(
                        request.getRequestMethod(),
                        header(request, "Content-Encoding"),
                        header(request, "Content-Language"),
                        length.equals("0") ? "" : length,
                        header(request, "Content-MD5"),
                        header(request, "Content-Type"),
                        header(request, "x-ms-date").isEmpty() ? header(request, "Date") : "",
                        header(request, "If-Modified-Since"),
                        header(request, "If-Match"),
                        header(request, "If-None-Match"),
                        header(request, "If-Unmodified-Since"),
                        header(request, "Range"),
                        headersOfStorage(request) + resource(request, query))
                .collect(Collectors.joining("\n"));
    }

    private static String headersOfStorage(HttpExchange request) {
        var headers = new TreeMap<String, String>();
        request.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-ms-")) {
                headers.put(lower, String.join(",", values).strip());
            }
        });
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String resource(HttpExchange request, Map<String, String> query) {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .map(parameter ->
                                "\n" + parameter.getKey().toLowerCase(Locale.ROOT) + ":" + parameter.getValue())
                        .collect(Collectors.joining(
                                "", "/" + account + request.getRequestURI().getRawPath(), ""));
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpExchange request, String name) {
        return Objects.requireNonNullElse(request.getRequestHeaders().getFirst(name), "");
    }
}
