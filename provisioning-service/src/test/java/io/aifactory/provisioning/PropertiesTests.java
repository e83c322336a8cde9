package io.aifactory.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.provisioning.environment.EnvironmentProvisioner;
import io.aifactory.provisioning.itsm.TicketDesk;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

class PropertiesTests {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Adapters.class);

    @Test
    void choosesFoldersAndFilesUnlessToldOtherwise() {
        service.withPropertyValues("factory.local.root=/tmp/factory", "factory.lake.root=/tmp/lake")
                .run(context -> {
                    assertThat(context.getBean(EnvironmentProvisioner.class)
                                    .getClass()
                                    .getSimpleName())
                            .isEqualTo("LocalEnvironments");
                    assertThat(context.getBean(TicketDesk.class).getClass().getSimpleName())
                            .isEqualTo("LocalDesk");
                });
    }

    @Test
    void doesNotStartWithoutFolders() {
        service.run(context -> assertThat(context).getFailure().hasStackTraceContaining("factory.l"));
    }

    @Test
    void answersInServiceNowIfToldSo() {
        service.withPropertyValues(
                        "factory.local.root=/tmp/factory",
                        "factory.lake.root=/tmp/lake",
                        "factory.itsm.desk=servicenow",
                        "factory.itsm.servicenow.allowed-origins=https://contoso.service-now.com",
                        "factory.itsm.servicenow.token=t")
                .run(context -> assertThat(
                                context.getBean(TicketDesk.class).getClass().getSimpleName())
                        .isEqualTo("ServiceNowDesk"));
    }

    @Test
    void doesNotAnswerInServiceNowWithoutAnAllowedOrigin() {
        service.withPropertyValues(
                        "factory.local.root=/tmp/factory",
                        "factory.lake.root=/tmp/lake",
                        "factory.itsm.desk=servicenow",
                        "factory.itsm.servicenow.token=t")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("allowedOrigins"));
    }

    @Configuration
    @ComponentScan(
            basePackages = {
                "io.aifactory.provisioning.environment.local",
                "io.aifactory.provisioning.itsm.local",
                "io.aifactory.provisioning.itsm.servicenow"
            },
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Configuration.class),
            useDefaultFilters = false)
    static class Adapters {}
}
