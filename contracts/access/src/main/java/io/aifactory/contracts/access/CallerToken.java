package io.aifactory.contracts.access;

import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** A checked token, as the caller it stands for. */
final class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    private CallerToken(Caller caller, List<String> groups) {
        super(AuthorityUtils.createAuthorityList(groups.stream()
                .filter(List.of(Caller.CORE_TEAM, Caller.MONITORING)::contains)
                .toList()));
        this.caller = caller;
        setAuthenticated(true);
    }

    static CallerToken of(Jwt token) {
        List<String> groups = token.getClaimAsStringList("groups");
        return of(Objects.requireNonNull(token.getSubject(), "sub"), groups == null ? List.of() : groups);
    }

    private static CallerToken of(String person, List<String> groups) {
        return new CallerToken(Caller.of(person, groups), groups);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.person();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallerToken token && super.equals(other) && caller.equals(token.caller);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), caller);
    }
}
