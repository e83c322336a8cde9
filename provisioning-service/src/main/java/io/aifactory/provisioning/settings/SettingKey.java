package io.aifactory.provisioning.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every setting of a model that levels lay over one another. */
enum SettingKey {
    /** The share of gold to learn from. */
    SPLIT_TRAIN("split", "train"),
    /** The share that steers learning. */
    SPLIT_VALIDATE("split", "validate"),
    /** The share to compare on. */
    SPLIT_TEST("split", "test"),
    /** The seed that makes the split repeatable. */
    SPLIT_SEED("split", "seed"),
    /** Whether each share has the label's classes in equal parts. */
    SPLIT_STRATIFIED("split", "stratified"),
    /** The column whose rows of one value all come into the same share; by default there is none. */
    SPLIT_GROUP_BY("split", "groupBy", false),
    /** The metric that the search improves. */
    TRAINING_PRIMARY_METRIC("training", "primaryMetric"),
    /** After how many seconds no further candidate is started. */
    TRAINING_TIME_BUDGET("training", "timeBudgetSeconds"),
    /** In how many folds candidates are cross-validated. */
    TRAINING_FOLDS("training", "folds"),
    /** The seed that makes the search repeatable. */
    TRAINING_SEED("training", "seed"),
    /** What is compared with the champion. */
    PROMOTION_WEIGHTS("promotion", "weights"),
    /** The environments a person has to approve entry to. */
    PROMOTION_APPROVAL_REQUIRED("promotion", "approvalRequired");

    private final String section;
    private final String key;
    private final boolean required;

    SettingKey(String section, String key) {
        this(section, key, true);
    }

    SettingKey(String section, String key, boolean required) {
        this.section = section;
        this.key = key;
        this.required = required;
    }

    /** Returns whether some level has to set it. */
    boolean isRequired() {
        return required;
    }

    String section() {
        return section;
    }

    String key() {
        return key;
    }

    /** Returns the setting's name as it stands in documents, such as {@code split.train}. */
    String path() {
        return section + "." + key;
    }

    static List<String> sections() {
        return Arrays.stream(values()).map(SettingKey::section).distinct().toList();
    }

    static List<String> keysOf(String section) {
        return inSection(section).map(SettingKey::key).toList();
    }

    static Stream<SettingKey> inSection(String section) {
        return Arrays.stream(values()).filter(setting -> setting.section.equals(section));
    }
}
