package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which customers to list.
 *
 * @param search in name, domain and id
 * @param reseller only those this reseller looks after
 * @param provider only those of this provider, for resellers of several
 * @param beginning only those whose name or domain begins so; null for all
 */
public record CustomerFilter(
        SearchText search,
        @Nullable OrganizationId reseller,
        @Nullable OrganizationId provider,
        @Nullable Beginning beginning) {
    public static final CustomerFilter ALL = new CustomerFilter(SearchText.of(""), null);

    /** How a name or a domain begins. */
    public record Beginning(boolean ofDomain, SearchText text) {}

    public CustomerFilter(SearchText search, @Nullable OrganizationId reseller) {
        this(search, reseller, null, null);
    }

    public static CustomerFilter ofReseller(OrganizationId reseller) {
        return new CustomerFilter(SearchText.of(""), reseller);
    }

    public static CustomerFilter ofProvider(OrganizationId provider) {
        return new CustomerFilter(SearchText.of(""), null, provider, null);
    }

    public static CustomerFilter nameStartsWith(String text) {
        return new CustomerFilter(SearchText.of(""), null, null, new Beginning(false, SearchText.of(text)));
    }

    public static CustomerFilter domainStartsWith(String text) {
        return new CustomerFilter(SearchText.of(""), null, null, new Beginning(true, SearchText.of(text)));
    }

    public boolean isEmpty() {
        return search.isEmpty() && reseller == null && provider == null && beginning == null;
    }
}
