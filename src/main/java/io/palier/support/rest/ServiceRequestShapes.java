package io.palier.support.rest;

import io.palier.api.Attributes;
import io.palier.api.Etag;
import io.palier.api.Fault;
import io.palier.api.Link;
import io.palier.api.WireDates;
import io.palier.organization.Contact;
import io.palier.shared.web.Languages;
import io.palier.support.NewServiceRequest;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestNote;
import io.palier.support.ServiceRequestView;
import io.palier.support.SupportTopic;
import io.palier.support.rest.ServiceRequestJson.ContactJson;
import io.palier.support.rest.ServiceRequestJson.NoteJson;
import io.palier.support.rest.ServiceRequestJson.OrganizationJson;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Between service requests and their shape in the contract. */
@Component
class ServiceRequestShapes {
    private final MessageSource messages;

    ServiceRequestShapes(MessageSource messages) {
        this.messages = messages;
    }

    /** @param notes null in lists */
    ServiceRequestJson json(ServiceRequestView seen, @Nullable List<ServiceRequestNote> notes, Locale locale) {
        var opener = new OrganizationJson(seen.openedFor(), seen.openedForName(), null);
        var contact = seen.contact();
        return new ServiceRequestJson(
                seen.number(),
                seen.title(),
                seen.description(),
                WireSeverity.of(seen.severity()),
                Integer.toString(seen.topic().number()),
                SupportTopicJson.name(seen.topic(), messages, locale),
                WireStatus.of(seen.status()),
                seen.customer() == null ? opener : new OrganizationJson(seen.customer(), seen.customerName(), null),
                new ContactJson(
                        opener, null, contact.firstName(), contact.lastName(), contact.email(), contact.phone()),
                new ContactJson(
                        new OrganizationJson(seen.changedFor(), seen.changedForName(), null),
                        null,
                        null,
                        null,
                        null,
                        null),
                seen.subscriptionName(),
                seen.productId(),
                seen.openedAt(),
                seen.changedAt(),
                Objects.requireNonNullElse(seen.closedAt(), WireDates.NONE),
                null,
                notes == null ? null : notes(notes),
                seen.openedForCountry(),
                Link.self("/servicerequests/" + seen.number()),
                Attributes.of("ServiceRequest", Etag.of(seen.id(), seen.version())));
    }

    private static List<NoteJson> notes(List<ServiceRequestNote> notes) {
        return notes.stream()
                .filter(note -> note.text() != null)
                .map(note -> new NoteJson(note.author(), note.at(), note.text()))
                .toList();
    }

    /**
     * What a body asks for.
     *
     * @param agentLocale in which language to answer; English for one that is not spoken here
     */
    static NewServiceRequest read(ServiceRequestJson body, String agentLocale) {
        return new NewServiceRequest(
                topic(body.supportTopicId()),
                WireSeverity.read(body.severity()),
                orEmpty(body.title()),
                orEmpty(body.description()),
                null,
                Languages.find(agentLocale).orElse(Locale.ENGLISH),
                contact(body.primaryContact()));
    }

    private static SupportTopic topic(@Nullable String id) {
        return SupportTopic.of(orEmpty(id))
                .orElseThrow(() ->
                        new Fault(Fault.Code.INVALID_PROPERTY, "There is no such support topic.", "supportTopicId"));
    }

    /** A contact without a name or an address is none. */
    private static @Nullable Contact contact(@Nullable ContactJson sent) {
        return sent == null || (sent.firstName() == null && sent.lastName() == null && sent.email() == null)
                ? null
                : new Contact(
                        orEmpty(sent.firstName()), orEmpty(sent.lastName()), orEmpty(sent.email()), sent.phoneNumber());
    }

    /** What a body writes; null for nothing. */
    static @Nullable String note(ServiceRequestJson body) {
        var note = body.newNote();
        return note == null || note.text() == null || note.text().isBlank() ? null : note.text();
    }

    /** The status a body wants; null for none. The present one beside a note says nothing, for clients send all back. */
    static @Nullable RequestStatus status(ServiceRequestJson body, ServiceRequestView seen) {
        var wanted = WireStatus.read(body.status());
        return wanted == seen.status() && note(body) != null ? null : wanted;
    }

    /** @throws Fault 400, code 800042, for a change of what cannot be changed once it is asked */
    static void refuseOther(ServiceRequestJson body, ServiceRequestView seen) {
        var severity = WireSeverity.read(body.severity());
        refuse("severity", severity == null || severity == seen.severity());
        refuse("title", isSame(body.title(), seen.title()));
        refuse("description", isSame(body.description(), seen.description()));
    }

    private static boolean isSame(@Nullable String sent, String present) {
        return sent == null || sent.isBlank() || sent.strip().equals(present);
    }

    private static void refuse(String field, boolean same) {
        if (!same) {
            throw new Fault(Fault.Code.UNSUPPORTED, "Write a note instead of changing the " + field + ".", field);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
