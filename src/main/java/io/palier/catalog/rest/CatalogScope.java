package io.palier.catalog.rest;

import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Segment;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose view of the catalog an answer shows.
 *
 * @param base what addresses begin with: empty, or that of a customer
 * @param query what addresses end with: the country, or nothing where the customer has it
 * @param country ISO 3166, upper case
 * @param currency ISO 4217; null for every one
 * @param segments whose availabilities are shown
 * @param language of titles
 */
public record CatalogScope(
        String base,
        String query,
        String country,
        @Nullable String currency,
        Set<Segment> segments,
        Locale language,
        ClientKind client) {
    private static final Fault.Code FORBIDDEN_SEGMENT = Fault.Code.of(403, 400030);
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /**
     * What is sold in a country, to every segment.
     *
     * @param country as sent
     * @throws Fault 400 without a country
     */
    static CatalogScope ofCountry(@Nullable String country, Locale language, ClientKind client) {
        var code = country == null ? "" : country.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRY.matcher(code).matches()) {
            throw new Fault(Fault.Code.INVALID_INPUT, "The parameter country takes two letters.", "country");
        }
        return new CatalogScope("", "?country=" + code, code, null, EnumSet.allOf(Segment.class), language, client);
    }

    /**
     * The same for one segment.
     *
     * @param targetSegment as sent; without one, every segment but non-profit (commerce contract 1.2)
     * @throws Fault 403 code 400030 for a segment that there is not
     */
    CatalogScope narrowed(@Nullable String targetSegment) {
        return new CatalogScope(base, query, country, currency, segments(targetSegment), language, client);
    }

    /**
     * Of what a customer can buy, the part that is for one segment.
     *
     * @param targetSegment as sent; without one, all of it
     * @throws Fault 403 code 400030 for a segment that there is not
     */
    public CatalogScope within(@Nullable String targetSegment) {
        if (targetSegment == null || targetSegment.isBlank()) {
            return this;
        }
        var both = EnumSet.noneOf(Segment.class);
        both.addAll(segments(targetSegment));
        both.retainAll(segments);
        return new CatalogScope(base, query, country, currency, both, language, client);
    }

    /**
     * What one customer can buy.
     *
     * @param terms market, currency and segment; all three are named
     */
    public static CatalogScope ofCustomer(String base, OfferFilter terms, Locale language, ClientKind client) {
        return new CatalogScope(
                base,
                "",
                Objects.requireNonNull(terms.market()),
                terms.currency(),
                Set.of(Objects.requireNonNull(terms.segment())),
                language,
                client);
    }

    boolean shows(Offer offer) {
        return offer.market().equals(country)
                && segments.contains(offer.segment())
                && (currency == null
                        || offer.unitPrice().currency().getCurrencyCode().equals(currency));
    }

    /** An address below the base, with the country where it has to be named. */
    String address(String path) {
        return base + path + query;
    }

    private static Set<Segment> segments(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return EnumSet.complementOf(EnumSet.of(Segment.CHARITY));
        }
        return switch (sent.strip().toLowerCase(Locale.ROOT)) {
            case "commercial" -> EnumSet.of(Segment.COMMERCIAL);
            case "education" -> EnumSet.of(Segment.EDUCATION);
            case "government" -> EnumSet.of(Segment.GOVERNMENT);
            case "nonprofit", "charity" -> EnumSet.of(Segment.CHARITY);
            default -> throw new Fault(FORBIDDEN_SEGMENT, "There is no such target segment.", sent);
        };
    }

    /** The contract's word for a segment. */
    static String word(Segment segment) {
        return segment == Segment.CHARITY ? "nonprofit" : segment.name().toLowerCase(Locale.ROOT);
    }
}
