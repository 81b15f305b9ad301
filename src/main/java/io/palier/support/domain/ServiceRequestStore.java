package io.palier.support.domain;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Service requests as kept: opened once, loaded for a change and saved. */
@Repository
public class ServiceRequestStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long SMALLEST = 100_000_000_000_000L;
    private static final long LARGEST = 999_999_999_999_999L;

    private final JdbcClient jdbc;

    ServiceRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number of 15 digits that says nothing of how many there are. */
    public static String number() {
        return Long.toString(RANDOM.nextLong(SMALLEST, LARGEST));
    }

    /**
     * Keeps a new one.
     *
     * @param names of who asks and whom it is about, as they are now; they are found by these
     */
    public void add(ServiceRequest request, Asked asked, Actor actor, String names) {
        var parties = request.parties();
        var contact = asked.contact();
        jdbc.sql("""
                        insert into service_request (id, number, opened_for, opened_by, opened_at, handled_by, provider_id,
                            customer_id, relationship_id, subscription_id, topic, severity, title, description, language,
                            contact_first, contact_last, contact_email, contact_phone, status, changed_for, changed_at,
                            search_text, version)
                        values (:id, :number, :openedFor, :account, :now, :handledBy, :provider, :customer, :relationship,
                            :subscription, :topic, :severity, :title, :description, :language, :firstName, :lastName,
                            :email, :phone, :status, :openedFor, :now, :searchText, 0)""")
                .param("id", request.id().value())
                .param("number", request.number())
                .param("openedFor", parties.openedFor().value())
                .param("account", actor.account(), Types.OTHER)
                .param("now", time(request.changedAt()))
                .param("handledBy", parties.handledBy().value())
                .param("provider", value(parties.provider()), Types.OTHER)
                .param("customer", value(parties.customer()), Types.OTHER)
                .param("relationship", value(parties.relationship()), Types.OTHER)
                .param("subscription", value(asked.subscription()), Types.OTHER)
                .param("topic", asked.topic().name())
                .param("severity", asked.severity().name())
                .param("title", asked.title())
                .param("description", asked.description())
                .param("language", asked.language().getLanguage())
                .param("firstName", contact.firstName())
                .param("lastName", contact.lastName())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("status", request.status().name())
                .param("searchText", SearchText.fold(request.number() + " " + asked.title() + " " + names))
                .update();
    }

    /** Loads one for a change; nobody else changes it until the transaction ends. */
    public Optional<ServiceRequest> lock(ServiceRequestId id) {
        return jdbc.sql("select * from service_request where id = :id for update")
                .param("id", id.value())
                .query(ServiceRequestStore::request)
                .optional();
    }

    /** Saves the status and the new notes. @throws Refusal changed meanwhile, if somebody else saved it since */
    public void save(ServiceRequest request) {
        int saved = jdbc.sql("""
                        update service_request set status = :status, first_response_at = :firstResponseAt,
                            changed_for = :changedFor, changed_at = :changedAt, closed_at = :closedAt, version = version + 1
                        where id = :id and version = :version""")
                .param("status", request.status().name())
                .param("firstResponseAt", maybeTime(request.firstResponseAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("changedFor", request.changedFor().value())
                .param("changedAt", time(request.changedAt()))
                .param("closedAt", maybeTime(request.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", request.id().value())
                .param("version", request.version())
                .update();
        if (saved == 0) {
            throw Refusal.changedMeanwhile();
        }
        request.notes().forEach(note -> add(request.id(), note));
    }

    private void add(ServiceRequestId id, ServiceRequest.Note note) {
        var status = note.status();
        jdbc.sql("""
                        insert into service_request_note (request_id, id, organization_id, account_id, at, text, status)
                        values (:request, :id, :organization, :account, :at, :text, :status)""")
                .param("request", id.value())
                .param("id", Uuids.next())
                .param("organization", note.actor().organization())
                .param("account", note.actor().account(), Types.OTHER)
                .param("at", time(note.at()))
                .param("text", note.text())
                .param("status", status == null ? null : status.name())
                .update();
    }

    private static ServiceRequest request(ResultSet row, int n) throws SQLException {
        return new ServiceRequest(
                new ServiceRequestId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new Parties(
                        new OrganizationId(row.getObject("opened_for", UUID.class)),
                        new OrganizationId(row.getObject("handled_by", UUID.class)),
                        organization(row, "provider_id"),
                        organization(row, "customer_id"),
                        relationship(row)),
                RequestStatus.valueOf(row.getString("status")),
                maybeInstant(row, "first_response_at"),
                new OrganizationId(row.getObject("changed_for", UUID.class)),
                instant(row, "changed_at"),
                maybeInstant(row, "closed_at"),
                row.getInt("version"));
    }

    static @Nullable OrganizationId organization(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new OrganizationId(id);
    }

    static @Nullable RelationshipId relationship(ResultSet row) throws SQLException {
        var id = row.getObject("relationship_id", UUID.class);
        return id == null ? null : new RelationshipId(id);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(maybeInstant(row, column));
    }

    static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime maybeTime(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    private static @Nullable UUID value(@Nullable TypedId id) {
        return id == null ? null : id.value();
    }

    /** Deletes those about one relationship. */
    public void delete(RelationshipId relationship) {
        delete("relationship_id", relationship.value());
    }

    /** Deletes those that an organization opened. */
    public void deleteOpenedFor(OrganizationId organization) {
        delete("opened_for", organization.value());
    }

    private void delete(String column, UUID id) {
        jdbc.sql("delete from service_request_note where request_id in (select id from service_request where " + column
                        + " = :id)")
                .param("id", id)
                .update();
        jdbc.sql("delete from service_request where " + column + " = :id")
                .param("id", id)
                .update();
    }
}
