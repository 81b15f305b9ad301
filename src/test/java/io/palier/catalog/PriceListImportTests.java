package io.palier.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.palier.PalierTest;
import io.palier.catalog.ImportView.Status;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalierTest
class PriceListImportTests {
    private static final Path REAL = Path.of("../shared/data/nce-license-pricelist-us-2025-11.csv");

    @Autowired
    PriceListImport imports;

    @Autowired
    Catalog catalog;

    @Autowired
    CatalogImportCommand command;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient jdbc;

    private final PriceLists list = new PriceLists();

    @Test
    void importsARealListCompletelyAndTwiceTheSame() {
        onlyWith(REAL);
        var publisher = OrganizationId.next();
        var told = new ArrayList<Integer>();
        var start = System.nanoTime();
        var first = imports.importFile(REAL, publisher, (percent, rows) -> told.add(percent));
        var taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(first)
                .returns(Status.DONE, ImportView::status)
                .returns(4370, ImportView::rows)
                .returns(4370, ImportView::added)
                .returns(0, ImportView::refused);
        assertThat(taken).isLessThan(Duration.ofSeconds(20));
        assertThat(told).isSorted().hasSizeGreaterThan(5).endsWith(100);

        var offers = catalog.offers(
                List.of(
                        id("CFQ7TTC0LFLX", "1", BillingPlan.ANNUAL),
                        id("CFQ7TTC0LFLX", "1", BillingPlan.MONTHLY),
                        id("CFQ7TTC0HL8Z", "5", BillingPlan.MONTHLY)),
                Locale.FRENCH);
        assertThat(offers).hasSize(3);
        assertThat(offers.get(id("CFQ7TTC0HL8Z", "5", BillingPlan.MONTHLY)))
                .returns(Money.of("13.560000", "USD"), Offer::unitPrice)
                .returns("0005", Offer::skuId)
                .returns("10-Year Audit Log Retention Add On for FLW", Offer::title);

        assertThat(imports.importFile(REAL, publisher, ImportProgress.NONE))
                .returns(4370, ImportView::rows)
                .returns(4370, ImportView::unchanged)
                .returns(false, ImportView::changesSomething);
        assertThat(jdbc.sql("select count(*) from price where publisher_id = :id")
                        .param("id", publisher.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4370);
    }

    /** The one list that cannot be shipped with the sources: without it the test is skipped, and says so. */
    private static void onlyWith(Path list) {
        assumeThat(list)
                .as("the real price list %s is not beside the checkout", list)
                .exists();
    }

    @Test
    void saysWhyItIsSkippedWithoutTheRealList() {
        assertThatThrownBy(() -> onlyWith(Path.of("nowhere.csv")))
                .hasMessageContaining("the real price list nowhere.csv is not beside the checkout");
    }

    private static AvailabilityId id(String product, String sku, BillingPlan plan) {
        return AvailabilityId.of(SkuId.of(product, sku).orElseThrow(), Term.P1Y, plan, "US", "USD", Segment.COMMERCIAL);
    }

    @Test
    void tellsAddedChangedUnchangedAndEnded() {
        list.importInto(
                imports,
                list.row("1", "Ledger", "100", "2024-05-01"),
                list.row("2", "Ledger Plus", "200", "2024-05-01"),
                list.row("3", "Ledger Old", "50", "2024-05-01"));
        var second = list.importInto(
                imports,
                list.row("1", "Ledger", "100.0", "2024-05-01"),
                list.row("2", "Ledger Plus", "210", "2025-05-01"),
                list.row("4", "Ledger Max", "400", "2025-05-01"));

        assertThat(second)
                .returns(1, ImportView::added)
                .returns(1, ImportView::changed)
                .returns(1, ImportView::unchanged)
                .returns(1, ImportView::ended);
        var offers = catalog.offers(List.of(list.id("1"), list.id("2"), list.id("3"), list.id("4")), Locale.ENGLISH);
        assertThat(offers).containsOnlyKeys(list.id("1"), list.id("2"), list.id("4"));
        assertThat(catalog.offer(list.id("2"), Locale.ENGLISH).unitPrice()).isEqualTo(Money.of("210.000000", "EUR"));
        assertThat(prices("2")).containsExactly("200.000000 until 2025-05-01", "210.000000 until infinity");
    }

    @Test
    void anOlderListImportedLaterLeavesNewerPricesAlone() {
        list.importInto(imports, list.row("1", "Ledger", "110", "2025-05-01"), list.row("2", "New", "1", "2025-05-01"));
        list.importInto(imports, list.row("1", "Ledger", "100", "2024-05-01"));

        assertThat(prices("1")).containsExactly("100.000000 until 2025-05-01", "110.000000 until infinity");
        assertThat(prices("2")).containsExactly("1.000000 until infinity");
    }

    private List<String> prices(String sku) {
        return jdbc.sql("""
                        select unit_amount || ' until ' ||
                            case effective_to when 'infinity' then 'infinity' else effective_to::date::text end
                        from price where availability_id = :id order by effective_from""")
                .param("id", list.id(sku).value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void leavesOutBadRowsSaysWhyAndThenEndsNothing() {
        list.importInto(
                imports, list.row("1", "Ledger", "100", "2024-05-01"), list.row("9", "Kept", "9", "2024-05-01"));
        var second = list.importInto(
                imports,
                list.row("1", "Ledger", "100", "2024-05-01"),
                list.row("2", "Negative", "-1", "2024-05-01"),
                list.row("3", "Precise", "1.1234567", "2024-05-01"),
                list.row("4", "", "1", "2024-05-01"),
                list.row("5", "Long", "P5Y", "Annual", "1", "2024-05-01", "License"),
                list.row("1", "Twice", "1", "2024-05-01"),
                "Unchanged,short row",
                list.row("7", "Undated", "1", "last May"));

        assertThat(second)
                .returns(8, ImportView::rows)
                .returns(7, ImportView::refused)
                .returns(1, ImportView::unchanged)
                .returns(0, ImportView::ended);
        assertThat(imports.firstRefusals(second.id()))
                .containsExactly(
                        new RefusedRow(3, "price", "-1"),
                        new RefusedRow(4, "price", "1.1234567"),
                        new RefusedRow(5, "title", ""),
                        new RefusedRow(6, "term", "P5Y"),
                        new RefusedRow(7, "duplicate", "2"),
                        new RefusedRow(8, "columns", "2"),
                        new RefusedRow(9, "start", "last MayT00:00:00.0000000Z"));
        assertThat(catalog.offers(List.of(list.id("9")), Locale.ENGLISH)).hasSize(1);
    }

    @Test
    void refusesWhatIsNoPriceList() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> take("Name,City\nContoso,Paris\n".getBytes(UTF_8)))
                .returns("catalog.import.no-header", Refusal::code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> take("ProductId,SkuId,UnitPrice\nA,1,2\n".getBytes(UTF_8)))
                .returns("catalog.import.columns-missing", Refusal::code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> take(PriceLists.file(list.row("1", "\u00e9t\u00e9", "1", "2024-05-01"))
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .returns("catalog.import.not-utf8", Refusal::code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> take(new byte[0]))
                .returns("catalog.import.no-header", Refusal::code);
    }

    private void take(byte[] file) {
        imports.importFile(new ByteArrayInputStream(file), "x.csv", list.publisher, ImportProgress.NONE);
    }

    @Test
    void readsZeroPricesTrialsAndTextsInOtherLanguages() {
        var row = list.row("1", "Trial", "P1M", "None", "0", "2024-05-01", "License;Trial");
        var file =
                PriceLists.HEADER + ",SkuTitle.fr,SkuDescription.fr\n" + row + ",Essai,\"Un texte\nsur deux lignes\"\n";
        imports.importFile(
                new ByteArrayInputStream(file.getBytes(UTF_8)), "fr.csv", list.publisher, ImportProgress.NONE);
        var id = AvailabilityId.of(
                SkuId.of(list.product, "1").orElseThrow(), Term.P1M, BillingPlan.NONE, "FR", "EUR", Segment.COMMERCIAL);

        assertThat(catalog.offer(id, Locale.FRENCH))
                .returns("Essai", Offer::title)
                .returns(true, Offer::trial)
                .returns(25, Offer::maximumQuantity)
                .satisfies(offer -> assertThat(offer.unitPrice().isZero()).isTrue());
        assertThat(catalog.offer(id, Locale.GERMAN).title()).isEqualTo("Trial");
    }

    @Test
    void rulesComeFromASecondFile() {
        list.importInto(
                imports,
                list.row("1", "Ledger", "100", "2024-05-01"),
                list.row("2", "Ledger Plus", "200", "2024-05-01"),
                list.row("3", "Ledger Archive", "20", "2024-05-01"));
        var file = """
                ProductId,SkuId,MinimumQuantity,MaximumQuantity,AddOn,Prerequisites,UpgradeTargets
                %1$s,1,5,300,,,%1$s:2
                %1$s,3,,,true,%1$s:1;%1$s:0002,
                %1$s,77,1,2,,,
                %1$s,2,9,3,,,
                """.formatted(list.product);
        var done = imports.importFile(
                new ByteArrayInputStream(file.getBytes(UTF_8)), "rules.csv", list.publisher, ImportProgress.NONE);

        assertThat(done)
                .returns(ImportView.Kind.RULES, ImportView::kind)
                .returns(4, ImportView::rows)
                .returns(2, ImportView::changed)
                .returns(2, ImportView::refused);
        assertThat(imports.firstRefusals(done.id()).stream().map(RefusedRow::reason))
                .containsExactly("unknown-sku", "quantities");
        assertThat(catalog.offer(list.id("1"), Locale.ENGLISH))
                .returns(5, Offer::minimumQuantity)
                .returns(300, Offer::maximumQuantity)
                .returns(List.of(list.product + ":0002"), Offer::upgradeTargets);
        assertThat(catalog.offer(list.id("3"), Locale.ENGLISH))
                .returns(true, Offer::addOn)
                .returns(List.of(list.product + ":0001", list.product + ":0002"), Offer::prerequisites);
        assertThat(catalog.upgrades(list.id("1"), Locale.ENGLISH))
                .extracting(Offer::id)
                .containsExactly(list.id("2"));
    }

    @Test
    void theCommandSaysWhatItDid() throws IOException {
        if (organizations.ofKind(OrganizationKind.OPERATOR).isEmpty()) {
            organizations.register(
                    OrganizationId.next(),
                    OrganizationKind.OPERATOR,
                    "Palier Cloud",
                    new Address("FR", "1 rue de la Paix", null, "Paris", null, "75002"),
                    Locale.ENGLISH,
                    null,
                    null);
        }
        var file = Files.createTempFile("list", ".csv");
        Files.writeString(
                file,
                PriceLists.file(list.row("1", "Ledger", "100", "2024-05-01"), list.row("2", "Bad", "-", "2024-05-01")));
        var out = new StringWriter();
        assertThat(command.run(List.of(file.toString()), new PrintWriter(out))).isZero();
        assertThat(out.toString()).contains("2 rows read", "1 added", "1 rows refused", "line 3");
        assertThat(command.run(List.of("/nowhere.csv"), new PrintWriter(out))).isOne();
        assertThat(out.toString()).contains("There is no readable file at /nowhere.csv.");
    }
}
