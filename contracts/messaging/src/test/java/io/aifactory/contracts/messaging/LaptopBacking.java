package io.aifactory.contracts.messaging;

import io.aifactory.localbus.LocalBus;
import java.util.Map;
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
        LocalBus bus = LaptopBus.start();
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
}
