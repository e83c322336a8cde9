package io.aifactory.scoring;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.messaging.LaptopBacking;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Runs the whole service on what it has on a laptop. All tests that say so share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ScoringService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "factory.scored.publish-every=500ms",
            "factory.scored.save-timeout=30s",
            "factory.scored.highest-limit=1000000",
            "factory.batch.look-every=300ms",
            "factory.deployment.reconcile-every=500ms"
        })
@ContextConfiguration(initializers = {LaptopBacking.class, TestTokens.class, FolderLakesForTests.class})
@Import(ScoringClient.class)
public @interface ScoringServiceTest {}
