package io.palier.catalog.rest;

import io.palier.api.Attributes;
import io.palier.catalog.Offer;
import io.palier.catalog.Segment;

/** A shelf of the legacy catalog. Price lists name none, so it follows from segment and greatest quantity. */
public record OfferCategoryJson(
        String id, String name, int rank, String locale, String country, Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("OfferCategory");
    private static final int SMALL_BUSINESS = 300;

    /** Ids and ranks as clients know them. */
    enum Kind {
        ENTERPRISE("Enterprise_Key", "Enterprise", 20),
        SMALL_BUSINESS("SmallBusiness_Key", "Small business", 30),
        GOVERNMENT("Government_Key", "Government", 40),
        EDUCATION("Education_Key", "Education", 50),
        NONPROFIT("Nonprofit_Key", "Nonprofit", 60);

        private final String id;
        private final String title;
        private final int rank;

        Kind(String id, String title, int rank) {
            this.id = id;
            this.title = title;
            this.rank = rank;
        }

        static Kind of(Offer offer) {
            if (offer.segment() != Segment.COMMERCIAL) {
                return switch (offer.segment()) {
                    case EDUCATION -> EDUCATION;
                    case GOVERNMENT -> GOVERNMENT;
                    default -> NONPROFIT;
                };
            }
            return offer.maximumQuantity() <= OfferCategoryJson.SMALL_BUSINESS ? SMALL_BUSINESS : ENTERPRISE;
        }

        boolean isNamed(String sent) {
            return id.equalsIgnoreCase(sent.strip());
        }
    }

    static OfferCategoryJson of(CatalogScope scope, Kind kind) {
        return new OfferCategoryJson(
                kind.id, kind.title, kind.rank, scope.language().toLanguageTag(), scope.country(), ATTRIBUTES);
    }
}
