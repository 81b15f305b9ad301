package io.palier.onboarding;

import io.palier.customer.CustomerData;
import io.palier.customer.DeletedCustomer;
import io.palier.onboarding.domain.DraftStore;
import org.springframework.stereotype.Component;

/** The draft that became a customer goes with it. */
@Component
class DraftsOfCustomer implements CustomerData {
    private final DraftStore drafts;

    DraftsOfCustomer(DraftStore drafts) {
        this.drafts = drafts;
    }

    @Override
    public void delete(DeletedCustomer customer) {
        drafts.delete(customer.relationship());
    }
}
