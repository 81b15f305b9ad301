package io.palier.support;

import io.palier.customer.CustomerView;
import io.palier.organization.Contact;
import io.palier.subscription.SubscriptionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new service request can be, before anything is typed.
 *
 * @param customer whom it is about; null for the viewer's own organization
 * @param handlerName who will answer, unless a subscription with another support contact is chosen
 * @param subscriptions that it can be about, latest first
 * @param contact the person who asks
 */
public record Opening(
        @Nullable CustomerView customer, String handlerName, List<SubscriptionView> subscriptions, Contact contact) {}
