package io.palier.support;

import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A service request as one viewer sees it.
 *
 * @param number 15 digits
 * @param language in which an answer is wanted
 * @param openedForCountry ISO 3166-1 alpha-2
 * @param openedBy the person's name, if of the viewer's own organization
 * @param handler who is to answer now: the provider in place of a reseller who no longer may
 * @param provider whose customer it is about, or who asks itself; null for a reseller's own
 * @param customer whom it is about; null for who asks itself
 * @param relationship the customer's page, if the viewer has one; null for none
 * @param subscriptionName in the viewer's language
 * @param firstResponseAt when the side that was asked wrote for the first time
 * @param closedAt when it was closed last; null if it never was
 * @param version for lost-update checks
 */
public record ServiceRequestView(
        ServiceRequestId id,
        String number,
        SupportTopic topic,
        Severity severity,
        RequestStatus status,
        String title,
        String description,
        Locale language,
        OrganizationId openedFor,
        String openedForName,
        String openedForCountry,
        @Nullable String openedBy,
        Instant openedAt,
        OrganizationId handler,
        String handlerName,
        @Nullable OrganizationId provider,
        @Nullable OrganizationId customer,
        @Nullable String customerName,
        @Nullable RelationshipId relationship,
        @Nullable String subscriptionName,
        @Nullable String productId,
        Contact contact,
        @Nullable Instant firstResponseAt,
        OrganizationId changedFor,
        String changedForName,
        Instant changedAt,
        @Nullable Instant closedAt,
        Side side,
        int version) {

    public boolean isClosed() {
        return status == RequestStatus.CLOSED;
    }

    public boolean isAsking() {
        return side == Side.ASKING;
    }

    /** Until when the first response is due. */
    public Instant firstResponseDue() {
        return openedAt.plus(severity.firstResponse());
    }

    /** Whether the first response came, or still has to come, later than it should. */
    public boolean isLate(Instant now) {
        var answered = firstResponseAt;
        return (answered == null ? now : answered).isAfter(firstResponseDue()) && (answered != null || !isClosed());
    }

    /** The right that a viewer needs to see it. */
    public Right seeing() {
        return customer == null && isAsking() ? Right.ASK_OPERATOR : Right.SEE_SERVICE_REQUESTS;
    }

    /** The right that a viewer needs to write to it. */
    public Right writing() {
        return customer == null && isAsking() ? Right.ASK_OPERATOR : Right.HANDLE_SERVICE_REQUESTS;
    }

    public boolean isWritableBy(Viewer viewer) {
        return viewer.may(writing());
    }
}
