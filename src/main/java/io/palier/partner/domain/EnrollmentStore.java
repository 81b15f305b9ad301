package io.palier.partner.domain;

import io.palier.agreement.AgreementVersion;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.partner.EnrollmentState;
import io.palier.partner.EnrollmentView;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enrollments and signatures as kept. */
@Repository
public class EnrollmentStore {
    private static final int PAGE = 25;
    private static final String ENROLLMENT = """
            select e.*, o.name, o.country, o.location_partner_id, s.agreement_number, s.signed_at, v.reason as ineligibility
            from enrollment e
            join organization_view o on o.id = e.organization_id
            join reseller_eligibility_view v on v.reseller_id = e.organization_id
            left join lateral (
                select agreement_number, signed_at from partner_agreement_signature
                where organization_id = e.organization_id order by signed_at desc limit 1) s on true
            """;

    private final JdbcClient jdbc;

    EnrollmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(
            OrganizationId reseller, EnrollmentState state, Contact contact, @Nullable UUID answeredBy, Instant now) {
        jdbc.sql("""
                        insert into enrollment (organization_id, state, contact_first_name, contact_last_name,
                            contact_email, contact_phone, submitted_at, answered_at, answered_by)
                        values (:id, :state, :first, :last, :email, :phone, :now, :answered, :by)""")
                .param("id", reseller.value())
                .param("state", state.name())
                .param("first", contact.firstName())
                .param("last", contact.lastName())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("now", Timestamp.from(now))
                .param("answered", state == EnrollmentState.PENDING ? null : Timestamp.from(now))
                .param("by", answeredBy)
                .update();
    }

    /** Signing the same version twice is no change. */
    public void sign(OrganizationId organization, AgreementVersion agreement, @Nullable UUID account, Instant now) {
        jdbc.sql("""
                        insert into partner_agreement_signature (organization_id, agreement_id, agreement_number,
                            signed_at, signed_by)
                        values (:organization, :agreement, :number, :now, :account)
                        on conflict do nothing""")
                .param("organization", organization.value())
                .param("agreement", agreement.id().value())
                .param("number", agreement.number())
                .param("now", Timestamp.from(now))
                .param("account", account)
                .update();
    }

    public Optional<EnrollmentView> find(OrganizationId reseller) {
        return jdbc.sql(ENROLLMENT + "where e.organization_id = :id")
                .param("id", reseller.value())
                .query(EnrollmentStore::enrollment)
                .optional();
    }

    /** Oldest first, 25 a page. */
    public Slice<EnrollmentView> list(EnrollmentState state, @Nullable Cursor after) {
        var rows = jdbc.sql(ENROLLMENT + """
                        where e.state = :state and e.organization_id > :after
                        order by e.organization_id limit :limit""")
                .param("state", state.name())
                .param("after", after(after))
                .param("limit", PAGE + 1)
                .query(EnrollmentStore::enrollment)
                .list();
        return Slice.of(rows, PAGE, row -> List.of(row.reseller().toString()));
    }

    /**
     * Records the answer to an enrollment, or that it starts anew.
     *
     * @throws Refusal changed meanwhile
     */
    public void answer(
            OrganizationId reseller,
            int version,
            EnrollmentState state,
            @Nullable String reason,
            @Nullable UUID by,
            Instant now) {
        int updated = jdbc.sql("""
                        update enrollment set state = :state, reason = :reason, answered_at = :now, answered_by = :by,
                            version = version + 1
                        where organization_id = :id and version = :version""")
                .param("state", state.name())
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("id", reseller.value())
                .param("version", version)
                .update();
        if (updated == 0) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** The message key of why a reseller cannot enter partnerships; empty if it can. */
    public Optional<String> ineligibility(OrganizationId reseller) {
        return jdbc.sql("select reason from reseller_eligibility_view where reseller_id = :id and reason is not null")
                .param("id", reseller.value())
                .query(String.class)
                .optional();
    }

    private static UUID after(@Nullable Cursor cursor) {
        try {
            return cursor == null
                    ? new UUID(0, 0)
                    : UUID.fromString(cursor.parts().getFirst());
        } catch (IllegalArgumentException altered) {
            return new UUID(0, 0);
        }
    }

    private static EnrollmentView enrollment(ResultSet row, int n) throws SQLException {
        var answered = row.getTimestamp("answered_at");
        var signed = row.getTimestamp("signed_at");
        return new EnrollmentView(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("name"),
                row.getString("country"),
                row.getString("location_partner_id"),
                EnrollmentState.valueOf(row.getString("state")),
                new Contact(
                        row.getString("contact_first_name"),
                        row.getString("contact_last_name"),
                        row.getString("contact_email"),
                        row.getString("contact_phone")),
                row.getTimestamp("submitted_at").toInstant(),
                answered == null ? null : answered.toInstant(),
                row.getString("reason"),
                row.getObject("agreement_number", Integer.class),
                signed == null ? null : signed.toInstant(),
                row.getString("ineligibility"),
                row.getInt("version"));
    }
}
