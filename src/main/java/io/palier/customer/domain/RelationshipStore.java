package io.palier.customer.domain;

import static io.palier.customer.domain.Columns.instant;
import static io.palier.customer.domain.Columns.maybeInstant;
import static io.palier.customer.domain.Columns.maybeOrganization;
import static io.palier.customer.domain.Columns.organization;
import static io.palier.customer.domain.Columns.uuid;

import io.palier.customer.Access;
import io.palier.customer.AgreementAcceptance;
import io.palier.customer.CustomerAccount;
import io.palier.customer.CustomerView;
import io.palier.customer.Qualification;
import io.palier.customer.RelationshipId;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Relationships of providers with customers. */
@Repository
public class RelationshipStore {
    private static final String VIEW = """
            select r.id, r.provider_id, p.name as provider_name, r.customer_id, c.name, c.primary_domain, c.country,
                   r.qualification, r.agreement_accepted_at, r.delegated_admin, a.delegated as reseller_delegated,
                   a.reseller_id, s.name as reseller_name, r.created_at, r.version
            from customer_relationship r
            join organization_view p on p.id = r.provider_id
            join organization_view c on c.id = r.customer_id
            left join customer_reseller a on a.relationship_id = r.id and a.valid_to is null
            left join organization_view s on s.id = a.reseller_id
            """;

    private final JdbcClient jdbc;

    RelationshipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A relationship that is not removed, as its provider sees it. */
    public Optional<CustomerView> find(RelationshipId id) {
        return jdbc.sql(VIEW + "where r.id = :id and r.removed_at is null")
                .param("id", id.value())
                .query(RelationshipStore::view)
                .optional();
    }

    /** The relationship of the two, as the provider sees it, unless it is removed. */
    public Optional<CustomerView> find(OrganizationId provider, OrganizationId customer) {
        return jdbc.sql(VIEW + "where r.provider_id = :provider and r.customer_id = :customer and r.removed_at is null")
                .param("provider", provider.value())
                .param("customer", customer.value())
                .query(RelationshipStore::view)
                .optional();
    }

    /** Whether the customer agreement was accepted for this provider, also in a relationship that was removed. */
    public boolean isAgreed(OrganizationId provider, OrganizationId customer) {
        return jdbc.sql("""
                        select exists (select from customer_relationship where provider_id = :provider
                            and customer_id = :customer and agreement_accepted_at is not null)""")
                .param("provider", provider.value())
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
    }

    /** The relationships of a customer, oldest first; at most 100. */
    public List<CustomerView> ofCustomer(OrganizationId customer) {
        return jdbc.sql(VIEW + """
                        where r.customer_id = :customer and r.removed_at is null order by r.created_at, r.id limit 100""")
                .param("customer", customer.value())
                .query(RelationshipStore::view)
                .list();
    }

    /** The relationship of the two, removed or not; locked. */
    public Optional<RelationshipId> lock(OrganizationId provider, OrganizationId customer) {
        return jdbc.sql("""
                        select id from customer_relationship where provider_id = :provider and customer_id = :customer
                        for update""")
                .param("provider", provider.value())
                .param("customer", customer.value())
                .query((row, n) -> new RelationshipId(uuid(row, "id")))
                .optional();
    }

    public CustomerAccount account(RelationshipId id) {
        return jdbc.sql("select * from customer_relationship where id = :id and removed_at is null")
                .param("id", id.value())
                .query(RelationshipStore::account)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** A new relationship without an accepted agreement. */
    public void open(
            RelationshipId id,
            OrganizationId provider,
            OrganizationId customer,
            Contact contact,
            CustomerAccount.Billing billing,
            @Nullable String registrationNumber,
            Qualification qualification,
            boolean delegated,
            Instant now) {
        jdbc.sql("""
                        insert into customer_relationship (id, provider_id, customer_id, contact_first_name,
                            contact_last_name, contact_email, contact_phone, billing_name, billing_email, billing_country,
                            billing_line1, billing_line2, billing_city, billing_state, billing_postal_code,
                            registration_number, qualification, delegated_admin, created_at, version)
                        values (:id, :provider, :customer, :first, :last, :email, :phone, :name, :billingEmail, :country,
                            :line1, :line2, :city, :state, :postalCode, :registration, :qualification, :delegated, :now, 1)""")
                .param("id", id.value())
                .param("provider", provider.value())
                .param("customer", customer.value())
                .param("first", contact.firstName())
                .param("last", contact.lastName())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("name", billing.name())
                .param("billingEmail", billing.email())
                .param("country", billing.address().country())
                .param("line1", billing.address().line1())
                .param("line2", billing.address().line2())
                .param("city", billing.address().city())
                .param("state", billing.address().state())
                .param("postalCode", billing.address().postalCode())
                .param("registration", registrationNumber)
                .param("qualification", qualification.name())
                .param("delegated", delegated)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Takes a removed relationship up again, or adds delegated rights to one that is there. */
    public void reopen(RelationshipId id, boolean delegated) {
        jdbc.sql("""
                        update customer_relationship set removed_at = null, delegated_admin = delegated_admin or :delegated,
                            version = version + 1 where id = :id""").param("id", id.value()).param("delegated", delegated).update();
    }

    public void contact(RelationshipId id, int version, Contact contact) {
        saved(jdbc.sql("""
                        update customer_relationship set contact_first_name = :first, contact_last_name = :last,
                            contact_email = :email, contact_phone = :phone, version = version + 1
                        where id = :id and version = :version and removed_at is null""")
                .param("first", contact.firstName())
                .param("last", contact.lastName())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    public void billing(RelationshipId id, int version, CustomerAccount.Billing billing) {
        saved(jdbc.sql("""
                        update customer_relationship set billing_name = :name, billing_email = :email,
                            billing_line1 = :line1, billing_line2 = :line2, billing_city = :city, billing_state = :state,
                            billing_postal_code = :postalCode, version = version + 1
                        where id = :id and version = :version and removed_at is null""")
                .param("name", billing.name())
                .param("email", billing.email())
                .param("line1", billing.address().line1())
                .param("line2", billing.address().line2())
                .param("city", billing.address().city())
                .param("state", billing.address().state())
                .param("postalCode", billing.address().postalCode())
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    public void qualify(RelationshipId id, int version, Qualification qualification) {
        saved(jdbc.sql("""
                        update customer_relationship set qualification = :qualification, version = version + 1
                        where id = :id and version = :version and removed_at is null""")
                .param("qualification", qualification.name())
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    /** Keeps who accepted the customer agreement and when; only once. */
    public void agreed(
            RelationshipId id,
            int version,
            boolean attested,
            AgreementAcceptance agreement,
            UUID agreementVersion,
            @Nullable UUID recordedBy,
            Instant now) {
        saved(jdbc.sql("""
                        update customer_relationship set agreement_accepted_at = :acceptedAt, agreement_by = :by,
                            agreement_version_id = :agreement, agreement_first_name = :first, agreement_last_name = :last,
                            agreement_email = :email, agreement_phone = :phone, agreement_recorded_by = :recordedBy,
                            agreement_recorded_at = :now, version = version + 1
                        where id = :id and version = :version and removed_at is null""")
                .param(
                        "acceptedAt",
                        Timestamp.from(agreement
                                .acceptedOn()
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()))
                .param("by", attested ? "ATTESTED" : "ACCEPTED")
                .param("agreement", agreementVersion)
                .param("first", agreement.firstName())
                .param("last", agreement.lastName())
                .param("email", agreement.email())
                .param("phone", agreement.phone())
                .param("recordedBy", recordedBy)
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    public void endDelegation(RelationshipId id, int version) {
        saved(jdbc.sql("""
                        update customer_relationship set delegated_admin = false, version = version + 1
                        where id = :id and version = :version and removed_at is null""").param("id", id.value()).param("version", version).update());
    }

    public void remove(RelationshipId id, int version, Instant now) {
        saved(jdbc.sql("""
                        update customer_relationship set removed_at = :now, delegated_admin = false, version = version + 1
                        where id = :id and version = :version and removed_at is null""")
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    /** All providers that have or had a customer, who added it first; their relationships are locked. */
    public List<OrganizationId> lockProviders(OrganizationId customer) {
        return jdbc.sql("""
                        select provider_id from customer_relationship where customer_id = :customer
                        order by created_at, id for update""")
                .param("customer", customer.value())
                .query((row, n) -> organization(row, "provider_id"))
                .list();
    }

    /** Deletes a relationship with all that this module keeps of it. */
    public void delete(RelationshipId id) {
        for (var table : List.of("customer_listing", "customer_reseller", "customer_qualification")) {
            jdbc.sql("delete from " + table + " where relationship_id = :id")
                    .param("id", id.value())
                    .update();
        }
        jdbc.sql("delete from customer_relationship where id = :id")
                .param("id", id.value())
                .update();
    }

    private static void saved(int rows) {
        if (rows == 0) {
            throw Refusal.changedMeanwhile();
        }
    }

    private static CustomerView view(ResultSet row, int n) throws SQLException {
        var domain = row.getString("primary_domain");
        return new CustomerView(
                new RelationshipId(uuid(row, "id")),
                organization(row, "provider_id"),
                row.getString("provider_name"),
                organization(row, "customer_id"),
                row.getString("name"),
                domain == null ? "" : domain,
                row.getString("country"),
                Qualification.valueOf(row.getString("qualification")),
                maybeInstant(row, "agreement_accepted_at"),
                row.getBoolean("delegated_admin"),
                row.getBoolean("reseller_delegated"),
                maybeOrganization(row, "reseller_id"),
                row.getString("reseller_name"),
                instant(row, "created_at"),
                row.getInt("version"),
                Access.PROVIDER);
    }

    private static CustomerAccount account(ResultSet row, int n) throws SQLException {
        return new CustomerAccount(
                new Contact(
                        row.getString("contact_first_name"),
                        row.getString("contact_last_name"),
                        row.getString("contact_email"),
                        row.getString("contact_phone")),
                new CustomerAccount.Billing(
                        row.getString("billing_name"),
                        new Address(
                                row.getString("billing_country"),
                                row.getString("billing_line1"),
                                row.getString("billing_line2"),
                                row.getString("billing_city"),
                                row.getString("billing_state"),
                                row.getString("billing_postal_code")),
                        row.getString("billing_email")),
                row.getString("registration_number"),
                Qualification.valueOf(row.getString("qualification")),
                agreement(row),
                row.getInt("version"));
    }

    private static CustomerAccount.@Nullable Agreement agreement(ResultSet row) throws SQLException {
        var acceptedAt = maybeInstant(row, "agreement_accepted_at");
        return acceptedAt == null
                ? null
                : new CustomerAccount.Agreement(
                        "ATTESTED".equals(row.getString("agreement_by")),
                        acceptedAt,
                        row.getString("agreement_first_name"),
                        row.getString("agreement_last_name"),
                        row.getString("agreement_email"),
                        row.getString("agreement_phone"),
                        instant(row, "agreement_recorded_at"));
    }
}
