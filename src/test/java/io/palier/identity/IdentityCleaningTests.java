package io.palier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.People.Person;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalierTest
class IdentityCleaningTests {
    @Autowired
    IdentityCleaning cleaning;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    private People people;
    private Person admin;

    @BeforeEach
    void gather() {
        people = new People(organizations, users);
        admin = people.of(OrganizationKind.CUSTOMER, Role.GLOBAL_ADMIN);
    }

    @Test
    void aUserDeletedMoreThan30DaysAgoIsGoneForGood() {
        var old = deleted(31);
        var recent = deleted(29);
        cleaning.run();
        assertThat(memberships(old)).isZero();
        assertThat(accounts(old)).isZero();
        assertThat(memberships(recent)).isOne();
        assertThat(memberships(admin)).isOne();
    }

    @Test
    void aPersonWhoAlsoBelongsElsewhereKeepsTheAccount() {
        var person = deleted(31);
        var elsewhere = people.of(OrganizationKind.CUSTOMER, Role.GLOBAL_ADMIN).organization();
        users.join(Actor.system(elsewhere), elsewhere, person.account(), Set.of());
        cleaning.run();
        assertThat(memberships(person)).isZero();
        assertThat(accounts(person)).isOne();
    }

    private Person deleted(int daysAgo) {
        var person = people.in(admin.organization());
        users.delete(Actor.system(admin.organization()), admin.organization(), person.membership(), 1);
        jdbc.sql("update membership set status_since = now() - make_interval(days => :days) where id = :id")
                .param("days", daysAgo)
                .param("id", person.membership().value())
                .update();
        return person;
    }

    private int memberships(Person person) {
        return jdbc.sql("select count(*) from membership where id = :id")
                .param("id", person.membership().value())
                .query(Integer.class)
                .single();
    }

    private int accounts(Person person) {
        return jdbc.sql("select count(*) from account where id = :id")
                .param("id", person.account().value())
                .query(Integer.class)
                .single();
    }
}
