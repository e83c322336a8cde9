package io.aifactory.lake.engine.reading;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be read.
 *
 * @param largestFile Largest size of a file that is read, unpacked where it is packed.
 */
@ConfigurationProperties("factory.refinement")
public record ReadingProperties(@DefaultValue("64GB") DataSize largestFile) {}
