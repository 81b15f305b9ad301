package io.palier.customer.web;

import io.palier.customer.CustomerFigures;
import io.palier.customer.CustomerFilter;
import io.palier.customer.CustomerRow;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.partner.Partnerships;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import io.palier.shared.web.SafeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of customers, as a page and as a file. */
@Controller
@RequestMapping("/customers")
class CustomerListPages {
    private static final int EXPORT_PAGES = 200;

    private final Customers customers;
    private final Partnerships partnerships;
    private final ObjectProvider<CustomerFigures> figures;
    private final MessageSource messages;

    CustomerListPages(
            Customers customers,
            Partnerships partnerships,
            ObjectProvider<CustomerFigures> figures,
            MessageSource messages) {
        this.customers = customers;
        this.partnerships = partnerships;
        this.figures = figures;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable UUID reseller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable UUID added,
            Model page) {
        var filter = filter(search, reseller);
        var cursor = Cursor.parse(after, 2).filter(CustomerListPages::isKey).orElse(null);
        var slice = customers.list(viewer, filter, cursor);
        CustomerRow top = added == null || cursor != null
                ? null
                : customers.row(viewer, new RelationshipId(added)).orElse(null);
        if (top != null) {
            var first = top;
            slice = new Slice<>(
                    slice.rows().stream()
                            .filter(row -> !row.id().equals(first.id()))
                            .toList(),
                    slice.next());
        }
        page.addAttribute("slice", slice);
        page.addAttribute("top", top);
        page.addAttribute("first", cursor == null);
        page.addAttribute("filter", filter);
        page.addAttribute("reseller", reseller);
        page.addAttribute("resellers", partnerships.resellers(viewer));
        page.addAttribute("figures", figures(slice.rows(), top));
        page.addAttribute("base", address("/customers", filter));
        page.addAttribute("export", address("/customers/export.csv", filter));
        return "customer/list";
    }

    /** At most {@value #EXPORT_PAGES} pages of 500; where more are left, the last line says so. */
    @GetMapping("/export.csv")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable UUID reseller,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(search, reseller);
        var first = customers.export(viewer, filter, null);
        try (var file = SafeCsv.download(response, "customers.csv")) {
            file.line(
                    text("customer.id", locale),
                    text("customer.company-name", locale),
                    text("customer.primary-domain", locale),
                    text("customer.relationship", locale));
            boolean whole = file.rows(
                    first,
                    next -> customers.export(viewer, filter, next),
                    row -> file.line(row.customer(), row.name(), row.domain(), relationship(row)),
                    EXPORT_PAGES);
            if (!whole) {
                file.line(text("customer.export-cut", locale));
            }
        }
    }

    private static String relationship(CustomerRow row) {
        return row.resellerName() == null ? row.providerName() : row.providerName() + " / " + row.resellerName();
    }

    private Map<RelationshipId, CustomerFigures.Figures> figures(List<CustomerRow> rows, @Nullable CustomerRow top) {
        var ids = new ArrayList<>(rows.stream().map(CustomerRow::id).toList());
        if (top != null) {
            ids.add(top.id());
        }
        Map<RelationshipId, CustomerFigures.Figures> all = new HashMap<>();
        ids.forEach(id -> all.put(id, CustomerFigures.Figures.NONE));
        if (!ids.isEmpty()) {
            figures.stream().forEach(module -> all.putAll(module.of(ids)));
        }
        return all;
    }

    private static CustomerFilter filter(String search, @Nullable UUID reseller) {
        return new CustomerFilter(SearchText.of(search), reseller == null ? null : new OrganizationId(reseller));
    }

    private static String address(String path, CustomerFilter filter) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("search", "{search}");
        if (filter.reseller() != null) {
            address.queryParam("reseller", filter.reseller());
        }
        return address.encode().buildAndExpand(filter.search().typed()).toUriString() + "&";
    }

    private static boolean isKey(Cursor cursor) {
        try {
            var _ = UUID.fromString(cursor.parts().get(1));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
