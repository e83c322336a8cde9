package io.aifactory.contracts.lake.azure;

import static io.aifactory.contracts.lake.AccessEntry.group;

import io.aifactory.contracts.lake.AccessEntry;
import io.aifactory.contracts.lake.AccessList;

/** Access lists the tests of the adapter have in common. */
final class DoubledAccess {

    static final AccessEntry MEMBERS = group("prj001_member", "r-x");
    static final AccessEntry LEADS = group("prj001_lead", "rwx");
    static final AccessList MEMBERS_READ = AccessList.of(MEMBERS, MEMBERS.asDefault());

    private DoubledAccess() {}
}
