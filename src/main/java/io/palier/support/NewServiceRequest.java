package io.palier.support;

import io.palier.organization.Contact;
import io.palier.subscription.SubscriptionId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for help with, as typed.
 *
 * @param subscription the customer's subscription it is about; null for none
 * @param language in which an answer is wanted
 * @param contact whom to answer; null for the person who asks
 */
public record NewServiceRequest(
        @Nullable SupportTopic topic,
        @Nullable Severity severity,
        String title,
        String description,
        @Nullable SubscriptionId subscription,
        Locale language,
        @Nullable Contact contact) {}
