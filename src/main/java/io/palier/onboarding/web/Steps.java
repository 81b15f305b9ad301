package io.palier.onboarding.web;

import io.palier.onboarding.Draft;
import io.palier.shared.Refusal;

/** Where a draft that is over leads. */
final class Steps {

    private Steps() {}

    /** @throws Refusal gone, for a cancelled draft */
    static String over(Draft draft) {
        if (draft.status() == Draft.Status.CANCELLED) {
            throw Refusal.gone("onboarding.draft-over");
        }
        return "redirect:" + NewCustomerPages.address(draft.id()) + "/confirmation";
    }
}
