package io.palier.api.web;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the API.
 *
 * @param perPartner requests a minute of one organization
 * @param perPartnerAndCustomer requests a minute of one organization about one customer
 * @param testEvents test events for its webhook that one organization may ask for in a minute
 */
@Validated
@ConfigurationProperties("palier.api.limits")
record ThrottleSettings(
        @DefaultValue("3000") @Positive int perPartner,
        @DefaultValue("500") @Positive int perPartnerAndCustomer,
        @DefaultValue("2") @Positive int testEvents) {}
