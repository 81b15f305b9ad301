package io.palier.catalog;

import io.palier.catalog.domain.PriceSheetStore;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to price sheets: what imported price lists say of one market now and later, and how it is bought. */
@Service
@Transactional(readOnly = true)
public class PriceSheets {
    private static final int ROWS = 500;

    private final PriceSheetStore store;
    private final Catalog catalog;
    private final Clock clock;

    PriceSheets(PriceSheetStore store, Catalog catalog, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * The prices of a market that are not over, by SKU, 500 at a time. Needs {@link Right#SEE_PRICES}.
     *
     * @param market ISO 3166, upper case; nothing for one without prices
     * @throws Refusal forbidden
     */
    public Slice<PriceSheetRow> rows(Viewer viewer, String market, @Nullable Cursor after) {
        viewer.require(Right.SEE_PRICES);
        return store.rows(market, clock.instant(), after, ROWS);
    }

    /**
     * What is sold anywhere now, by SKU, with the rules for buying it. Needs {@link Right#SEE_PRICES}.
     *
     * @throws Refusal forbidden
     */
    public Slice<SkuOffers> matrix(Viewer viewer, @Nullable Cursor after) {
        viewer.require(Right.SEE_PRICES);
        return catalog.bySku(OfferFilter.of(null, null, null), Locale.ENGLISH, after);
    }
}
