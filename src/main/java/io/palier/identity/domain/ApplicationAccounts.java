package io.palier.identity.domain;

import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.Role;
import io.palier.organization.OrganizationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts without a password, by which applications act. */
@Repository
public class ApplicationAccounts {
    private final JdbcClient jdbc;
    private final Memberships memberships;

    ApplicationAccounts(JdbcClient jdbc, Memberships memberships) {
        this.jdbc = jdbc;
        this.memberships = memberships;
    }

    public MembershipId add(OrganizationId organization, UUID application, String name, Set<Role> roles, Instant now) {
        var account = AccountId.next();
        jdbc.sql("""
                        insert into account (id, sign_in_name, display_name, language, created_at, version, is_application)
                        values (:id, :signInName, :name, 'en', :now, 1, true)""")
                .param("id", account.value())
                .param("signInName", application + "@application.invalid")
                .param("name", name)
                .param("now", Timestamp.from(now))
                .update();
        return memberships.join(account, organization, roles, now);
    }

    public void change(MembershipId membership, String name, Set<Role> roles) {
        jdbc.sql("update membership set roles = :roles, version = version + 1 where id = :id")
                .param("roles", Memberships.names(roles))
                .param("id", membership.value())
                .update();
        jdbc.sql("""
                        update account set display_name = :name, version = version + 1
                        where id = (select account_id from membership where id = :id)""").param("name", name).param("id", membership.value()).update();
    }

    public void end(MembershipId membership, Instant now) {
        jdbc.sql("""
                        update membership set status = 'DEACTIVATED', status_since = :now, version = version + 1
                        where id = :id""")
                .param("now", Timestamp.from(now))
                .param("id", membership.value())
                .update();
    }
}
