package io.aifactory.contracts.access;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is calling. A controller method gets it by naming it as a parameter.
 *
 * <p>The core team sees every project, but holds no role in any: a role is held only by who is in its group. What it may do
 * all the same, each service says itself.
 *
 * @param person the person's sign-in name
 * @param coreTeam whether the person belongs to the core team
 * @param roles what the person may do, by project; projects without a role are absent
 */
public record Caller(String person, boolean coreTeam, Map<ProjectId, Set<ProjectRole>> roles) {

    /** The group of the core team. */
    public static final String CORE_TEAM = "coreteam";

    /** The group of what reads the metrics of every service, and nothing else. */
    public static final String MONITORING = "monitoring";

    private static final Pattern PROJECT_GROUP = Pattern.compile("prj(\\d{3})_(lead|member|approver)");

    public Caller {
        roles = Map.copyOf(roles);
    }

    /** Returns the person with the roles that the given groups stand for; groups that mean nothing to the factory are ignored. */
    public static Caller of(String person, Collection<String> groups) {
        var roles = new LinkedHashMap<ProjectId, Set<ProjectRole>>();
        for (String group : groups) {
            var parts = PROJECT_GROUP.matcher(group);
            if (parts.matches()) {
                roles.computeIfAbsent(
                                new ProjectId("project" + parts.group(1)), project -> EnumSet.noneOf(ProjectRole.class))
                        .add(ProjectRole.of(parts.group(2)));
            }
        }
        return new Caller(person, groups.contains(CORE_TEAM), roles);
    }

    /** Returns the directory group whose people have the given role in the given project, such as {@code prj001_approver}. */
    public static String groupOf(ProjectId project, ProjectRole role) {
        return "prj%03d_%s".formatted(project.number(), role.label());
    }

    /** Returns whether the person may see the project. */
    public boolean sees(ProjectId project) {
        return coreTeam || roles.containsKey(project);
    }

    /** Returns whether the person has the role; a lead is a member too. */
    public boolean has(ProjectId project, ProjectRole role) {
        Set<ProjectRole> held = roles.getOrDefault(project, Set.of());
        return held.contains(role) || (role == ProjectRole.MEMBER && held.contains(ProjectRole.LEAD));
    }

    /**
     * Lets pass whoever may see the project.
     *
     * @throws ProjectNotFound for anybody else: that the project exists is not theirs to know
     */
    public void requireMember(ProjectId project) {
        if (!sees(project)) {
            throw new ProjectNotFound(project);
        }
    }

    /**
     * Lets pass whoever has the role in the project.
     *
     * @throws ProjectNotFound if the person may not even see the project
     * @throws NotAllowed if the person may see the project but lacks the role
     */
    public void requireRole(ProjectId project, ProjectRole role) {
        requireMember(project);
        if (!has(project, role)) {
            throw new NotAllowed("%s is no %s of %s".formatted(person, role, project));
        }
    }

    /**
     * Lets pass the core team.
     *
     * @throws NotAllowed for anybody else
     */
    public void requireCoreTeam() {
        if (!coreTeam) {
            throw new NotAllowed("%s does not belong to the core team".formatted(person));
        }
    }
}
