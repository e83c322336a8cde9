package io.aifactory.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b/c.csv", "a/b/", "..a/b", "a/.b/...", "a b/ü.csv", ".hidden", "a/x..", "a/.../b"})
    void takesAPathBelowTheRoot(String path) {
        assertThat(path).matches(LakeFile.PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a//b", ".", "..", "./a", "../a", "a/.", "a/..", "a/../b", "a/./", "a\\b", "a/b//",
                "a\nb"
            })
    void refusesWhatCouldLeadElsewhere(String path) {
        assertThat(path).doesNotMatch(LakeFile.PATH);
    }
}
