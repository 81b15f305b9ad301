package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which customers to list.
 *
 * @param search in name, domain and id
 * @param reseller only those this reseller looks after
 */
public record CustomerFilter(SearchText search, @Nullable OrganizationId reseller) {
    public static final CustomerFilter ALL = new CustomerFilter(SearchText.of(""), null);

    public boolean isEmpty() {
        return search.isEmpty() && reseller == null;
    }
}
