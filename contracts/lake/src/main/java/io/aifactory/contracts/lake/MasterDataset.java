package io.aifactory.contracts.lake;

import java.util.List;

/**
 * A dataset the core team owns, in {@code master/}: {@code se/sap_patients} and {@code ds01_diabetes}.
 *
 * @param parent what it comes from: 1 to 4 folder names, usually a place and a system
 * @param name the dataset's folder name
 */
public record MasterDataset(List<String> parent, String name) {

    static final int DEEPEST_PARENT = 4;

    public MasterDataset {
        parent = List.copyOf(parent);
        if (parent.isEmpty() || parent.size() > DEEPEST_PARENT) {
            throw new InvalidLakePath(String.join("/", parent), "the parent has not 1 to 4 folders");
        }
        parent.forEach(folder -> Names.require("the parent", folder, Names.MASTER, Names.EXPECTED_MASTER));
        Names.require("the dataset", name, Names.MASTER, Names.EXPECTED_MASTER);
    }

    /**
     * Returns the dataset that {@link #toString} printed.
     *
     * @throws InvalidLakePath if it is none
     */
    public static MasterDataset parse(String text) {
        List<String> folders = List.of(text.split("/", -1));
        return new MasterDataset(folders.subList(0, folders.size() - 1), folders.get(folders.size() - 1));
    }

    String path() {
        return "master/" + this;
    }

    @Override
    public String toString() {
        return "%s/%s".formatted(String.join("/", parent), name);
    }
}
