package io.palier.support.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service request (accounts contract 7.3); as a body, what is to be asked or changed.
 *
 * @param id its number, digits only
 * @param organization whom it is about
 * @param primaryContact whom to answer
 * @param lastUpdatedBy for which organization it was written to last
 * @param notes oldest first; null in lists
 */
record ServiceRequestJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable WireSeverity severity,
        @Nullable String supportTopicId,
        @Nullable String supportTopicName,
        @Nullable WireStatus status,
        @Nullable OrganizationJson organization,
        @Nullable ContactJson primaryContact,
        @Nullable ContactJson lastUpdatedBy,
        @Nullable String productName,
        @Nullable String productId,
        @Nullable Instant createdDate,
        @Nullable Instant lastModifiedDate,
        @Nullable Instant lastClosedDate,
        @Nullable NoteJson newNote,
        @Nullable List<NoteJson> notes,
        @Nullable String countryCode,
        @Nullable Map<String, Link> links,
        @Nullable Attributes attributes) {

    /** A customer or a partner. */
    record OrganizationJson(
            @Nullable OrganizationId id,
            @Nullable String name,
            @Nullable String phoneNumber) {}

    /** A person; people of others are known by their organization only, unless they are named to be answered. */
    record ContactJson(
            @Nullable OrganizationJson organization,
            @Nullable String contactId,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phoneNumber) {}

    /** Something written to it. */
    record NoteJson(
            @Nullable String createdByName,
            @Nullable Instant createdDate,
            @Nullable String text) {}
}
