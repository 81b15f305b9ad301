package io.palier.catalog.web;

import io.palier.catalog.CatalogRules;
import io.palier.catalog.SkuId;
import io.palier.catalog.SkuRules;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of one SKU, for operators. */
@Controller
@RequestMapping("/operator/catalog/rules/{product}/{number}")
class RulesPages {
    private final CatalogRules rules;

    RulesPages(CatalogRules rules) {
        this.rules = rules;
    }

    /** References as typed: one {@code product:sku} a line. */
    record RulesForm(
            @Size(max = 20) @Nullable String version,
            @Size(max = 20) @Nullable String minimumQuantity,
            @Size(max = 20) @Nullable String maximumQuantity,
            @Nullable Boolean addOn,
            @Size(max = 20_000) @Nullable String prerequisites,
            @Size(max = 20_000) @Nullable String upgradeTargets) {

        static RulesForm of(CatalogRules.Versioned versioned) {
            var rules = versioned.rules();
            return new RulesForm(
                    String.valueOf(versioned.version()),
                    String.valueOf(rules.minimumQuantity()),
                    String.valueOf(rules.maximumQuantity()),
                    rules.addOn(),
                    lines(rules.prerequisites()),
                    lines(rules.upgradeTargets()));
        }

        SkuRules rules(SkuId sku) {
            return new SkuRules(
                    sku,
                    quantity("minimumQuantity", minimumQuantity),
                    quantity("maximumQuantity", maximumQuantity),
                    Boolean.TRUE.equals(addOn),
                    skus("prerequisites", prerequisites),
                    skus("upgradeTargets", upgradeTargets));
        }

        int versionSeen() {
            return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
        }

        private static int quantity(String field, @Nullable String text) {
            if (text == null || !text.matches("[0-9]{1,9}")) {
                throw Refusal.invalid(field, "catalog.quantity", 1, SkuRules.NO_LIMIT);
            }
            return Integer.parseInt(text);
        }

        private static String lines(List<SkuId> skus) {
            return skus.stream().map(SkuId::toString).collect(Collectors.joining("\n"));
        }

        private static List<SkuId> skus(String field, @Nullable String text) {
            return Arrays.stream((text == null ? "" : text).split("[\\s;,]+"))
                    .filter(part -> !part.isEmpty())
                    .map(part ->
                            SkuId.parse(part).orElseThrow(() -> Refusal.invalid(field, "catalog.unknown-sku", part)))
                    .sorted()
                    .toList();
        }
    }

    @ModelAttribute("sku")
    SkuId operatorsOnly(Viewer viewer, @PathVariable String product, @PathVariable String number) {
        if (!viewer.isOperator()) {
            throw Refusal.notFound();
        }
        viewer.require(Right.MANAGE_CATALOG);
        return new SkuId(product, number);
    }

    @GetMapping
    String show(Viewer viewer, @ModelAttribute("sku") SkuId sku, Model page) {
        var present = rules.get(viewer, sku);
        page.addAttribute("rulesForm", RulesForm.of(present));
        page.addAttribute("version", present.version());
        return "catalog/rules";
    }

    @PostMapping
    String change(
            Viewer viewer,
            @ModelAttribute("sku") SkuId sku,
            @Valid @ModelAttribute RulesForm rulesForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page,
            RedirectAttributes after) {
        page.addAttribute("version", rules.get(viewer, sku).version());
        if (!Forms.accepted(problems, () -> rules.change(viewer, rulesForm.versionSeen(), rulesForm.rules(sku)))) {
            return Forms.again(response, "catalog/rules");
        }
        Forms.done(after, "catalog.rules.saved", sku.toString());
        return "redirect:/operator/catalog?text=" + sku.productId();
    }
}
