package io.palier.support.rest;

import io.palier.api.Attributes;
import io.palier.support.SupportTopic;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * What a service request can be about (accounts contract 7.3).
 *
 * @param id digits only: the Java client reads a number
 */
record SupportTopicJson(String id, String name, String description, Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("SupportTopic");

    static SupportTopicJson of(SupportTopic topic, MessageSource messages, Locale locale) {
        return new SupportTopicJson(
                Integer.toString(topic.number()),
                name(topic, messages, locale),
                messages.getMessage("support.topic." + topic + ".text", null, locale),
                ATTRIBUTES);
    }

    static String name(SupportTopic topic, MessageSource messages, Locale locale) {
        return messages.getMessage("support.topic." + topic, null, locale);
    }
}
