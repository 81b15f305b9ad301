package io.palier.insight;

import io.palier.identity.Viewer;
import java.util.List;

/** "What next" for each kind of organization, in the order of the founding document. */
final class Steps {
    private Steps() {}

    static List<Step> of(Viewer viewer) {
        return switch (viewer.kind()) {
            case INDIRECT_PROVIDER ->
                List.of(
                        new Step("resellers", "request-partnership", "/resellers", null),
                        new Step("resellers", "see-resellers", "/resellers", null),
                        new Step("customers", "add-customer", "/customers/new", null),
                        new Step("customers", "add-subscription", "/customers", null),
                        new Step("customers", "set-support-contact", "/customers", null));
            case INDIRECT_RESELLER ->
                List.of(
                        new Step("providers", "support-profile", "/account/profile", null),
                        new Step("providers", "answer-request", "/providers", null),
                        new Step("customers", "manage-customers", "/customers", null),
                        new Step("customers", "manage-subscriptions", "/subscriptions", null));
            case CUSTOMER ->
                List.of(
                        new Step("subscriptions", "see-subscriptions", "/subscriptions", null),
                        new Step("subscriptions", "add-users", "/account/users", null));
            case OPERATOR -> List.of(new Step("installation", "operator-users", "/account/users", null));
        };
    }
}
