package io.palier.partner.domain;

import io.palier.organization.OrganizationId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a reseller may enter into partnerships, as the published view of enrollment says. */
@Repository
public class Eligibility {
    private final JdbcClient jdbc;

    Eligibility(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The message key of what is missing; empty if nothing is. */
    public Optional<String> missing(OrganizationId reseller) {
        return jdbc.sql("select reason from reseller_eligibility_view where reseller_id = :id and not eligible")
                .param("id", reseller.value())
                .query(String.class)
                .optional();
    }
}
