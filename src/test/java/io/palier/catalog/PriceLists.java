package io.palier.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.organization.OrganizationId;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Price lists of invented vendors; each test has a vendor of its own, because tests share a database. */
final class PriceLists {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    static final String HEADER =
            "ChangeIndicator,ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,"
                    + "BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,"
                    + "EffectiveEndDate,Tags,ERP Price,Segment,PreviousValues";

    final String vendor = "Vendor " + COUNTER.incrementAndGet();
    final String product = "TEST%08d".formatted(COUNTER.incrementAndGet());
    final OrganizationId publisher = OrganizationId.next();

    String row(String sku, String title, String price, String from) {
        return row(sku, title, "P1Y", "Annual", price, from, "License");
    }

    String row(String sku, String title, String term, String plan, String price, String from, String tags) {
        return "Unchanged,%s,%s,%s,%s,%s,\"A text, with commas\",,%s,%s,FR,EUR,%s,,,%sT00:00:00.0000000Z,9999-11-30T23:59:59.0000000Z,%s,,Commercial,"
                .formatted(title, product, sku, title, vendor, term, plan, price, from, tags);
    }

    static String file(String... rows) {
        return "\uFEFF" + HEADER + "\r\n" + String.join("\r\n", List.of(rows)) + "\r\n";
    }

    ImportView importInto(PriceListImport imports, String... rows) {
        return imports.importFile(
                new ByteArrayInputStream(file(rows).getBytes(UTF_8)), "list.csv", publisher, ImportProgress.NONE);
    }

    AvailabilityId id(String sku) {
        return AvailabilityId.of(
                SkuId.of(product, sku).orElseThrow(), Term.P1Y, BillingPlan.ANNUAL, "FR", "EUR", Segment.COMMERCIAL);
    }
}
