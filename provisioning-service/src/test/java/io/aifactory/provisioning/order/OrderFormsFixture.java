package io.aifactory.provisioning.order;

import io.aifactory.provisioning.settings.ModelFormsFixture;

/** Forms for orders, as the service has them. */
public final class OrderFormsFixture {

    private OrderFormsFixture() {}

    public static OrderForms forms() {
        return new OrderForms(ModelFormsFixture.withEnterpriseDefaults());
    }
}
