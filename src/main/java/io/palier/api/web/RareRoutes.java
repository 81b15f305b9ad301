package io.palier.api.web;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What the contract has and Palier does not serve, because indirect providers rarely need it: a documented refusal, so
 * that nobody takes it for a wrong address (design, The wire). {@code docs/api-coverage.md} lists the same.
 */
@ApiResource
class RareRoutes {

    @RequestMapping({
        "/v1/extensions/product/checkinventory",
        "/v1/margins/**",
        "/v1/ratecards/**",
        "/v1/customers/all/validations",
        "/v1/customers/{customer}/validationstatus",
        "/v1/customers/{customer}/verifieddomain",
        "/v1/customers/{customer}/applicationconsents/**",
        "/v1/customers/{customer}/transfers/**",
        "/v1/customers/{customer}/transferseligibility",
        "/v1/customers/{customer}/orders/{order}/attachment/**",
        "/v1/customers/{customer}/orders/{order}/attachments",
        "/v1/customers/{customer}/subscriptions/overage",
        "/v1/customers/{customer}/subscriptions/{subscription}/activate",
        "/v1/customers/{customer}/subscriptions/{subscription}/azureentitlements/**",
        "/v1/customers/{customer}/subscriptions/{subscription}/utilizations/**",
        "/v1/customers/{customer}/devicebatches/**",
        "/v1/customers/{customer}/devicepolicyupdates",
        "/v1/customers/{customer}/batchjobstatus/**",
        "/v1/customers/{customer}/policies/**",
        "/v1/productupgrades/**",
        "/v1/selfservepolicy/**",
        "/v1/serviceincidents/**",
        "/v1/nonmfacompliantpartnerprincipals",
        "/v1/partnerrequests",
        "/v1/roles/**",
        "/partner/v1/analytics/usage/**",
        "/partner/v1/analytics/search",
        "/partner/v1/analytics/referrals"
    })
    void unsupported() {
        throw new Fault(Fault.Code.UNSUPPORTED, "This part of the API is not supported here.");
    }
}
