package io.aifactory.provisioning.member;

import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.provisioning.form.Form;
import java.util.ArrayList;
import java.util.List;

/** Reads the members of an order. */
public final class MemberForms {

    private MemberForms() {}

    /** Returns the members in the order's {@code members}; what is wrong with any is noted on the form, and that one left out. */
    public static List<Member> read(Form order) {
        List<Member> members = new ArrayList<>();
        for (Form item : order.items("members")) {
            item.knowing(List.of("person", "role"));
            require(item, "person");
            require(item, "role");
            String person = item.parsed("person", PersonName::of);
            ProjectRole role = item.parsed("role", ProjectRole::of);
            if (person != null && role != null) {
                add(members, new Member(person, role), item);
            }
        }
        return members;
    }

    private static void require(Form item, String key) {
        if (!item.has(key)) {
            item.refuse(key, "is missing");
        }
    }

    private static void add(List<Member> members, Member member, Form item) {
        if (members.contains(member)) {
            item.refuse("%s is %s twice".formatted(member.person(), member.role()));
        } else {
            members.add(member);
        }
    }
}
