package io.aifactory.contracts.messaging;

import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Puts under a service in a test what it has on a laptop: a PostgreSQL database and the local bus with the entities of
 * {@code deploy/Config.json}, both real and both empty, and a {@link FactoryBusProbe} to watch it with.
 */
public final class LaptopBacking implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        LocalBus bus = LocalBus.start(LocalBusSettings.of(config(), freshFolder()));
        var probe = new FactoryBusProbe(bus.connectionString());
        TestPropertyValues.of(Map.of(
                        "spring.datasource.url",
                        LaptopDatabase.freshUrl(),
                        "spring.datasource.username",
                        "postgres",
                        "spring.datasource.password",
                        "postgres",
                        "spring.cloud.azure.servicebus.connection-string",
                        bus.connectionString()))
                .applyTo(context);
        context.getBeanFactory().registerSingleton("factoryBusProbe", probe);
        closeAfterTheService(context, bus, probe);
    }

    /** What is registered first is destroyed last: the bus outlives the service's consumers. */
    private static void closeAfterTheService(
            ConfigurableApplicationContext context, LocalBus bus, FactoryBusProbe probe) {
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerDisposableBean("laptopBacking", () -> {
            probe.close();
            bus.close();
        });
    }

    static Path config() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent)
                .map(folder -> folder.resolve("deploy/Config.json"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not inside the project: deploy/Config.json not found"));
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("local-bus");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
