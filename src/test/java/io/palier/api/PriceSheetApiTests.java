package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.catalog.ImportProgress;
import io.palier.catalog.ImportView;
import io.palier.catalog.PriceListImport;
import io.palier.identity.Role;
import io.palier.organization.OrganizationId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Price sheets (commerce contract 1.4). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class PriceSheetApiTests {
    private static final String SHEET =
            "/v1.0/sales/pricesheets(Market='%s',PricesheetView='updatedlicensebased')/$value";
    private static final String HEADER =
            "ProductTitle,ProductId,SkuId,SkuTitle,SkuTitle.fr,Publisher,SkuDescription,TermDuration,BillingPlan,Market,"
                    + "Currency,UnitPrice,EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment\r\n";
    private static final String ROWS = """
            Harbor,PSHEET0001,1,Harbor Basic,Port,Vendor S,"A text, ""quoted""\non two lines",P1Y,Annual,MC,EUR,120.5,1753-01-02T00:00:00Z,2099-12-31T23:59:59Z,License,144,Commercial
            Harbor,PSHEET0001,1,Harbor Basic,Port,Vendor S,"A text, ""quoted""\non two lines",P1Y,Annual,MC,EUR,130.123456,2100-01-01T00:00:00Z,,License,,Commercial
            Harbor,PSHEET0001,1,Harbor Basic,Port,Vendor S,"A text, ""quoted""\non two lines",P3Y,Triennial,MC,EUR,300,1753-01-02T00:00:00Z,9999-11-30T23:59:59Z,License,,Education
            Harbor,PSHEET0001,00012,=SUM(A1),,Vendor S,-1,P1M,None,MC,EUR,0,2020-01-01T00:00:00Z,,Trial,,Charity
            """;

    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    Clock clock;

    @Autowired
    PriceListImport imports;

    private ImportView read(OrganizationId publisher, byte[] list) {
        return imports.importFile(new ByteArrayInputStream(list), "list.csv", publisher, ImportProgress.NONE);
    }

    private static byte[] unzipped(byte[] answer) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer))) {
            assertThat(zip.getNextEntry()).isNotNull();
            return zip.readAllBytes();
        }
    }

    @Test
    void giveWhatCanBeReadInAgainWithoutAChange() throws IOException {
        var publisher = OrganizationId.next();
        var many = IntStream.range(1000, 1600)
                .mapToObj(
                        "Harbor,PSHEET0002,%d,Part,,Vendor S,,P1Y,Monthly,MC,EUR,1.5,2020-01-01T00:00:00Z,,License,,Government\r\n"
                                ::formatted)
                .collect(Collectors.joining());
        var list = HEADER + ROWS.replaceAll("(?<=l|n|y)\n", "\r\n") + many;
        assertThat(read(publisher, list.getBytes(UTF_8)))
                .returns(604, ImportView::added)
                .returns(0, ImportView::refused);

        var answer = api.download(api.provider(false, Role.BILLING_ADMIN), SHEET.formatted("mc"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        var sheet = unzipped(answer.body());
        var lines = new String(sheet, UTF_8);
        assertThat(lines)
                .startsWith(
                        "\uFEFFChangeIndicator,ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,"
                                + "TermDuration,BillingPlan,Market,Currency,UnitPrice,")
                .contains(",PSHEET0001,1,Harbor Basic,", ",120.50,", ",130.123456,", "'=SUM(A1)", ",'-1,")
                .contains("1753-01-02T00:00:00.0000000Z,2099-12-31T23:59:59.0000000Z,License,144.00,Commercial")
                .contains(",9999-11-30T23:59:59.0000000Z,Trial,,Charity");
        assertThat(read(publisher, sheet))
                .returns(604, ImportView::unchanged)
                .returns(0, ImportView::added)
                .returns(0, ImportView::changed)
                .returns(0, ImportView::ended)
                .returns(0, ImportView::refused)
                .returns(0, ImportView::textsChanged);
    }

    @Test
    void giveTheRulesForBuyingEverySku() throws IOException {
        var scene = world.scene();
        var month = YearMonth.now(clock).toString().replace("-", "");
        var answer = api.download(scene.provider(), "/v1.0/sales/offermatrix(Month='" + month + "')/$value");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"offermatrix_" + month + ".zip\"");
        var product = world.item(scene, "0001").split(":", -1)[0];
        var lines = new String(unzipped(answer.body()), UTF_8);
        assertThat(lines)
                .startsWith("\uFEFFProductTitle,ProductId,SkuId,SkuTitle,ProvisioningId,ProvisioningString,MinLicenses,"
                        + "MaxLicenses,AssetOwnershipLimit,AssetOwnershipLimitType,ProductSkuPreRequisites,"
                        + "ProductSkuConversion,Description,AllowedCountries\r\n")
                .contains("," + product + ",0001,Harbor Basic,,,1,")
                .contains("," + product + ",0003,Harbor Archive,,,")
                .contains("," + product + "/0001")
                .contains(",LifetimeCount,");
        assertThat(lines.lines().filter(line -> line.contains(product + ",0001,")))
                .singleElement()
                .asString()
                .endsWith(",FR");
    }

    @Test
    void giveAnEmptyListForAMarketWithoutPrices() throws IOException {
        var answer = api.download(api.provider(false, Role.ADMIN_AGENT), SHEET.formatted("TV"));
        assertThat(new String(unzipped(answer.body()), UTF_8).lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1.0//sales/PriceSheets(market='FR',%20PriceSheetView='UpdatedLicenseBased')/$value/;200",
                "/v1.0/sales/pricesheets(Market=%27FR%27,PricesheetView=%27updatedlicensebased%27,Timeline=%27current%27)/$value;200",
                "/v1.0/sales/pricesheets(Market='XX',PricesheetView='updatedlicensebased')/$value;400",
                "/v1.0/sales/pricesheets(PricesheetView='updatedlicensebased')/$value;400",
                "/v1.0/sales/pricesheets(Market='FR',PricesheetView='azure_consumption')/$value;400",
                "/v1.0/sales/pricesheets(Market='FR',PricesheetView='updatedlicensebased',Timeline='history')/$value;400",
                "/v1.0/sales/pricesheets(Market=FR)/$value;400",
                "/v1.0/sales/OfferMatrix()/$value;200",
                "/v1.0/sales/offermatrix(Month='202001')/$value;400",
                "/v1.0/sales/offermatrix(Month='soon')/$value;400",
                "/v1.0/sales/ratecards(Market='FR')/$value;400",
                "/v1.0/sales/anything;404"
            })
    void readTheAddressAsClientsWriteIt(String path, int status) {
        var answer = api.download(api.provider(false, Role.ADMIN_AGENT), path);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
    }

    @Test
    void nameTheRightThatIsMissing() {
        var refused = api.get(api.provider(false, Role.HELPDESK_AGENT), SHEET.formatted("FR"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/description")).contains("See prices");
    }
}
