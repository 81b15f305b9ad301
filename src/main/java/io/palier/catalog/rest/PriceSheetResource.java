package io.palier.catalog.rest;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.catalog.PriceSheets;
import io.palier.identity.Viewer;
import io.palier.shared.web.SafeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** Price sheets (commerce contract 1.4): a ZIP with the license price list of one market. */
@ApiResource
class PriceSheetResource {
    private static final Pattern SHEET = Pattern.compile("pricesheets\\((.*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARGUMENT = Pattern.compile("\\s*(\\w+)\\s*=\\s*'([^']*)'\\s*");
    private static final String LICENSES = "updatedlicensebased";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final PriceSheets sheets;

    PriceSheetResource(PriceSheets sheets) {
        this.sheets = sheets;
    }

    /** The address is a call in OData's manner: {@code pricesheets(Market='FR',PricesheetView='updatedlicensebased')}. */
    @GetMapping("/v1.0/sales/{call}/$value")
    void download(Viewer viewer, @PathVariable String call, HttpServletResponse response) throws IOException {
        var market = market(arguments(call));
        var slice = sheets.rows(viewer, market, null);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + LICENSES + "_" + market + ".zip\"");
        response.setHeader("Cache-Control", "no-store");
        try (var zip = new ZipOutputStream(response.getOutputStream())) {
            zip.putNextEntry(new ZipEntry(LICENSES + "_" + market + ".csv"));
            try (var csv = new SafeCsv(zip)) {
                var file = new PriceSheetFile(csv);
                while (true) {
                    for (var row : slice.rows()) {
                        file.write(row);
                    }
                    if (slice.next() == null) {
                        return;
                    }
                    slice = sheets.rows(viewer, market, slice.next());
                }
            }
        }
    }

    private static Map<String, String> arguments(String call) {
        var sheet = SHEET.matcher(call.strip());
        if (!sheet.matches()) {
            throw new Fault(Fault.Code.UNSUPPORTED, "There is no such file here.", call);
        }
        var arguments = new HashMap<String, String>();
        for (var part : List.of(sheet.group(1).split(",", -1))) {
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
