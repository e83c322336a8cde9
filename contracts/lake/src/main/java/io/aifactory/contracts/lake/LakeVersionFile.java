package io.aifactory.contracts.lake;

/** Says by which grammar the lake is laid out: {@code active/esml_lake_version.json}. */
public record LakeVersionFile() implements LakePath {

    @Override
    public String path() {
        return "active/esml_lake_version.json";
    }
}
