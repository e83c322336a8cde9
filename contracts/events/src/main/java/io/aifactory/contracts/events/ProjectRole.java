package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a person may do in a project. */
public enum ProjectRole {
    /** Owns the project and answers for its models. */
    LEAD("lead"),
    /** Works with data and models. */
    MEMBER("member"),
    /** Decides on promotions. */
    APPROVER("approver");

    private final String label;

    ProjectRole(String label) {
        this.label = label;
    }

    /** Returns the role's name as it stands in events, paths and URLs. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * Returns the role of the given label.
     *
     * @throws InvalidName if there is none
     */
    @JsonCreator
    public static ProjectRole of(String label) {
        for (var candidate : values()) {
            if (candidate.label.equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName("role", label, "one of lead, member, approver");
    }

    @Override
    public String toString() {
        return label;
    }
}
