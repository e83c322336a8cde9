package io.aifactory.provisioning.settings;

/** Forms for models, as the service has them. */
public final class ModelFormsFixture {

    private ModelFormsFixture() {}

    public static ModelForms withEnterpriseDefaults() {
        return new ModelForms(new EnterpriseDefaults());
    }
}
