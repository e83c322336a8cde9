package io.aifactory.provisioning.itsm.servicenow;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tickets are answered in ServiceNow.
 *
 * @param allowedOrigins the only origins that a ticket may ask to be answered at, such as {@code https://contoso.service-now.com}
 * @param token the bearer token that answers carry
 * @param timeout how long an answer may take to be given
 * @param states the numbers that the instance has for a ticket's states
 */
@Validated
@ConfigurationProperties("factory.itsm.servicenow")
record ServiceNowProperties(
        @DefaultValue @NotEmpty List<URI> allowedOrigins,
        @NotBlank String token,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue States states) {

    ServiceNowProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** Settings are logged when they are wrong; the token is not. */
    @Override
    public String toString() {
        return "ServiceNowProperties[allowedOrigins=%s, timeout=%s, states=%s]"
                .formatted(allowedOrigins, timeout, states);
    }

    /**
     * A ticket's states, as they come out of the box.
     *
     * @param inProgress work in progress
     * @param complete closed complete
     * @param incomplete closed incomplete
     */
    record States(
            @DefaultValue("2") String inProgress,
            @DefaultValue("3") String complete,
            @DefaultValue("4") String incomplete) {}
}
