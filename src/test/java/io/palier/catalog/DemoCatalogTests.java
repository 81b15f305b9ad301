package io.palier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import io.palier.organization.OrganizationId;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@PalierTest
class DemoCatalogTests {
    @Autowired
    PriceListImport imports;

    @Autowired
    Catalog catalog;

    private final OrganizationId publisher = OrganizationId.next();

    @Test
    void theDemoCatalogImportsWhole() throws IOException {
        assertThat(take("catalog-fr.csv")).returns(0, ImportView::refused).returns(163, ImportView::rows);
        assertThat(take("catalog-us.csv")).returns(0, ImportView::refused).returns(0, ImportView::ended);
        assertThat(take("catalog-rules.csv")).returns(0, ImportView::refused).returns(36, ImportView::rows);
        assertThat(take("catalog-us.csv")).returns(false, ImportView::changesSomething);
        assertThat(take("catalog-rules.csv")).returns(0, ImportView::changed);

        var french = OfferFilter.of("FR", "EUR", Segment.COMMERCIAL).text("halden bureau STANDARD");
        assertThat(catalog.search(french, Locale.FRENCH, null).rows())
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(offer.title()).startsWith("Halden Bureau Standard"));
        var english = OfferFilter.of("US", "USD", null).text("halden");
        var first = catalog.search(english, Locale.ENGLISH, null);
        assertThat(first.rows()).hasSize(25);
        assertThat(catalog.search(english, Locale.ENGLISH, first.next()).rows())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.rows());
    }

    private ImportView take(String name) throws IOException {
        try (var in = new ClassPathResource("demo/" + name).getInputStream()) {
            return imports.importFile(in, name, publisher, ImportProgress.NONE);
        }
    }
}
