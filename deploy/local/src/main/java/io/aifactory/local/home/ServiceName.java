package io.aifactory.local.home;

/** One of the five services. */
public enum ServiceName {
    /** Orders, projects, environments. */
    PROVISIONING("provisioning", 8081),
    /** Datasets. */
    LAKE("lake", 8082),
    /** Training runs and models. */
    TRAINING("training", 8083),
    /** Promotions and champions. */
    PROMOTION("promotion", 8084),
    /** Endpoints and scores. */
    SCORING("scoring", 8085);

    private final String label;
    private final int port;

    ServiceName(String label, int port) {
        this.label = label;
        this.port = port;
    }

    /** Returns the short name, which is also the name of its database and its process. */
    public String label() {
        return label;
    }

    /** Returns the name of its module and its jar. */
    public String module() {
        return label + "-service";
    }

    /** Returns the port it has unless told otherwise. */
    public int port() {
        return port;
    }
}
