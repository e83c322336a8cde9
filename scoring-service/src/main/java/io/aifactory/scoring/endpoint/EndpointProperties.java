package io.aifactory.scoring.endpoint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How endpoints are guarded.
 *
 * @param keyMemory how long a key that was looked up is remembered; a key revoked at another replica opens this one for as long at most
 */
@ConfigurationProperties("factory.endpoint")
record EndpointProperties(@DefaultValue("10s") Duration keyMemory) {}
