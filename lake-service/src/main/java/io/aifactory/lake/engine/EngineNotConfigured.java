package io.aifactory.lake.engine;

/** A table is to be made by an engine that is not there. */
public final class EngineNotConfigured extends TableRefused {

    private static final long serialVersionUID = 1L;

    EngineNotConfigured() {
        super(
                "its settings want Spark, and this factory has none; leave out engine in the dataset's settings, or let the core team give the lake service one (factory.engine.spark)");
    }
}
