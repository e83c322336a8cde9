package io.aifactory.scoring.online;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request may be.
 *
 * @param maxBody the longest body
 * @param maxRows the most rows
 */
@ConfigurationProperties("factory.online")
record OnlineProperties(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("2000") int maxRows) {}
