package io.palier.order.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Page;
import io.palier.catalog.rest.BillingCycle;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Whether what a customer wants to buy falls under a promotion: there are none, so it does not (commerce contract 1.3). */
@ApiResource
class PromotionEligibilityResource {
    private final Customers customers;

    PromotionEligibilityResource(Customers customers) {
        this.customers = customers;
    }

    /** What is to be bought. */
    record WantedJson(@Nullable List<ItemJson> items) {}

    /** One item, with an answer for the promotion that it names. */
    record ItemJson(
            @Nullable Integer id,
            @Nullable String catalogItemId,
            @Nullable Integer quantity,
            @Nullable BillingCycle billingCycle,
            @Nullable String termDuration,
            @Nullable String promotionId,
            @Nullable List<EligibilityJson> eligibilities,
            @Nullable Attributes attributes) {

        ItemJson answered() {
            var named = promotionId;
            return new ItemJson(
                    id,
                    catalogItemId,
                    quantity,
                    billingCycle,
                    termDuration,
                    named,
                    named == null || named.isBlank() ? List.of() : List.of(EligibilityJson.unknown(named)),
                    Attributes.of("PromotionEligibilities"));
        }
    }

    /** Whether a promotion can be had. */
    record EligibilityJson(String promotionId, boolean isEligible, List<ErrorJson> errors) {
        static EligibilityJson unknown(String promotion) {
            return new EligibilityJson(
                    promotion, false, List.of(new ErrorJson("InvalidPromotion", "There is no such promotion.")));
        }
    }

    /** Why not. */
    record ErrorJson(String type, String description) {}

    @PostMapping("/v1/customers/{customer}/promotioneligibilities")
    Page<ItemJson> check(Viewer viewer, @PathVariable OrganizationId customer, @RequestBody WantedJson body) {
        customers.relationship(viewer, customer);
        return Page.of(Objects.requireNonNullElse(body.items(), List.<ItemJson>of()).stream()
                .map(ItemJson::answered)
                .toList());
    }
}
