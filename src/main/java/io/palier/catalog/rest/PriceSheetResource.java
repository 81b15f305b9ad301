package io.palier.catalog.rest;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.catalog.PriceSheets;
import io.palier.identity.Viewer;
import io.palier.shared.web.SafeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Price sheets (commerce contract 1.4): ZIPs with the license price list of one market, or with the offer matrix. */
@ApiResource
class PriceSheetResource {
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARGUMENT = Pattern.compile("\\s*(\\w+)\\s*=\\s*'([^']*)'\\s*");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);
    private static final String LICENSES = "updatedlicensebased";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final PriceSheets sheets;
    private final Clock clock;

    PriceSheetResource(PriceSheets sheets, Clock clock) {
        this.sheets = sheets;
        this.clock = clock;
    }

    /** Writes what stands in a file. */
    private interface Content {
        void write(SafeCsv csv) throws IOException;
    }

    /**
     * The address is a call in OData's manner: {@code pricesheets(Market='FR',PricesheetView='updatedlicensebased')},
     * {@code offermatrix(Month='202611')}.
     */
    @GetMapping("/v1.0/sales/{call}/$value")
    void download(Viewer viewer, @PathVariable String call, HttpServletResponse response) throws IOException {
        var called = CALL.matcher(call.strip());
        if (!called.matches()) {
            throw unknown(call);
        }
        var arguments = arguments(called.group(2));
        switch (called.group(1).toLowerCase(Locale.ROOT)) {
            case "pricesheets" -> prices(viewer, market(arguments), response);
            case "offermatrix" -> matrix(viewer, month(arguments), response);
            default -> throw unknown(call);
        }
    }

    private static Fault unknown(String call) {
        return new Fault(Fault.Code.UNSUPPORTED, "There is no such file here.", call);
    }

    private void prices(Viewer viewer, String market, HttpServletResponse response) throws IOException {
        var first = sheets.rows(viewer, market, null);
        send(response, LICENSES + "_" + market, csv -> {
            var file = new PriceSheetFile(csv);
            csv.rows(first, next -> sheets.rows(viewer, market, next), file::write);
        });
    }

    private void matrix(Viewer viewer, YearMonth month, HttpServletResponse response) throws IOException {
        var first = sheets.matrix(viewer, null);
        send(response, "offermatrix_" + MONTH.format(month), csv -> {
            var file = new OfferMatrixFile(csv);
            csv.rows(first, next -> sheets.matrix(viewer, next), file::write);
        });
    }

    private static void send(HttpServletResponse response, String name, Content content) throws IOException {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
        response.setHeader("Cache-Control", "no-store");
        try (var zip = new ZipOutputStream(response.getOutputStream())) {
            zip.putNextEntry(new ZipEntry(name + ".csv"));
            try (var csv = new SafeCsv(zip)) {
                content.write(csv);
            }
        }
    }

    private static Map<String, String> arguments(String list) {
        var arguments = new HashMap<String, String>();
        for (var part : list.isBlank() ? List.<String>of() : List.of(list.split(",", -1))) {
            var argument = ARGUMENT.matcher(part);
            if (!argument.matches()) {
                throw new Fault(Fault.Code.INVALID_INPUT, "An argument is written Name='value'.", part);
            }
            arguments.put(
                    argument.group(1).toLowerCase(Locale.ROOT),
                    argument.group(2).strip());
        }
        return arguments;
    }

    /** @throws Fault 400, for any but the present month */
    private YearMonth month(Map<String, String> arguments) {
        var present = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        var sent = arguments.getOrDefault("month", MONTH.format(present));
        if (!sent.matches("\\d{6}")) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "A month is written YYYYMM.", "Month");
        }
        if (!sent.equals(MONTH.format(present))) {
            throw new Fault(Fault.Code.UNSUPPORTED, "The only matrix here is the current one.", "Month");
        }
        return present;
    }

    /** @throws Fault 400, for what is no country, and for views and times of which there is no sheet */
    private static String market(Map<String, String> arguments) {
        var view = arguments.getOrDefault("pricesheetview", "");
        if (!view.equalsIgnoreCase(LICENSES)) {
            throw new Fault(Fault.Code.UNSUPPORTED, "The only view here is " + LICENSES + ".", "PricesheetView");
        }
        var timeline = arguments.getOrDefault("timeline", "current");
        if (!timeline.equalsIgnoreCase("current") || arguments.containsKey("month")) {
            throw new Fault(Fault.Code.UNSUPPORTED, "The only sheet here is the current one.", "Timeline");
        }
        var market = arguments.getOrDefault("market", "").toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(market)) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "There is no such market.", "Market");
        }
        return market;
    }
}
