package io.aifactory.contracts.messaging.deadletter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/** The dead letters of a service over HTTP, where the service answers over HTTP and knows its callers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "io.aifactory.contracts.access.Caller")
@Import(DeadLetterController.class)
class DeadLetterRestAutoConfiguration {}
