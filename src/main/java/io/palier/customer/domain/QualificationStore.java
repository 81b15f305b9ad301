package io.palier.customer.domain;

import static io.palier.customer.domain.Columns.instant;
import static io.palier.customer.domain.Columns.maybeInstant;

import io.palier.customer.Qualification;
import io.palier.customer.QualificationPeriod;
import io.palier.customer.RelationshipId;
import io.palier.customer.WantedQualification;
import io.palier.customer.WantedQualification.EducationSegment;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Period;
import io.palier.shared.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What special standing customers have, and had. */
@Repository
public class QualificationStore {
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    QualificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest first; at most 100. */
    public List<QualificationPeriod> history(RelationshipId relationship) {
        return jdbc.sql("""
                        select q.*, o.name as set_by_name
                        from customer_qualification q
                        join organization_view o on o.id = q.set_for
                        where q.relationship_id = :relationship order by q.valid_from desc, q.id desc limit :limit""")
                .param("relationship", relationship.value())
                .param("limit", SHOWN)
                .query(QualificationStore::period)
                .list();
    }

    private static QualificationPeriod period(ResultSet row, int n) throws SQLException {
        var segment = row.getString("education_segment");
        return new QualificationPeriod(
                new WantedQualification(
                        Qualification.valueOf(row.getString("qualification")),
                        segment == null ? null : EducationSegment.valueOf(segment),
                        row.getString("validation_code"),
                        row.getString("website")),
                new Period(instant(row, "valid_from"), maybeInstant(row, "valid_to")),
                row.getString("set_by_name"));
    }

    /** Closes what is open and opens the new one, unless that is none. */
    public void replace(
            RelationshipId relationship,
            OrganizationId provider,
            WantedQualification wanted,
            Actor actor,
            Instant now) {
        jdbc.sql("""
                        update customer_qualification set valid_to = greatest(valid_from, :now)
                        where relationship_id = :relationship and valid_to is null""")
                .param("now", Timestamp.from(now))
                .param("relationship", relationship.value())
                .update();
        if (wanted.qualification() != Qualification.NONE) {
            open(relationship, provider, wanted, actor, now);
        }
    }

    private void open(
            RelationshipId relationship,
            OrganizationId provider,
            WantedQualification wanted,
            Actor actor,
            Instant now) {
        var segment = wanted.educationSegment();
        jdbc.sql("""
                        insert into customer_qualification (id, relationship_id, provider_id, qualification,
                            education_segment, validation_code, website, valid_from, set_by, set_for)
                        select :id, :relationship, :provider, :qualification, :segment, :code, :website,
                            greatest(:now, (select max(valid_to) from customer_qualification
                                            where relationship_id = :relationship)), :by, :for""")
                .param("id", Uuids.next())
                .param("relationship", relationship.value())
                .param("provider", provider.value())
                .param("qualification", wanted.qualification().name())
                .param("segment", segment == null ? null : segment.name(), Types.VARCHAR)
                .param("code", wanted.validationCode(), Types.VARCHAR)
                .param("website", wanted.website(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .param("by", actor.account(), Types.OTHER)
                .param("for", actor.organization())
                .update();
    }
}
