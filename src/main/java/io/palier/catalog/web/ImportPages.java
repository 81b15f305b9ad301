package io.palier.catalog.web;

import io.palier.catalog.CatalogImportId;
import io.palier.catalog.ImportChange;
import io.palier.catalog.ImportView;
import io.palier.catalog.ImportView.Status;
import io.palier.catalog.PriceListImport;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Upload of a price list or rules file, its preview, progress and result. */
@Controller
@RequestMapping("/operator/catalog/imports")
class ImportPages {
    private static final int LONGEST_NAME = 200;

    private final PriceListImport imports;

    ImportPages(PriceListImport imports) {
        this.imports = imports;
    }

    record ImportForm(@Nullable MultipartFile file) {}

    @ModelAttribute
    void operatorsOnly(Viewer viewer) {
        if (!viewer.isOperator()) {
            throw Refusal.notFound();
        }
        viewer.require(Right.MANAGE_CATALOG);
    }

    @GetMapping
    String show(Viewer viewer, Model page) {
        page.addAttribute("importForm", new ImportForm(null));
        page.addAttribute("latest", imports.latest(viewer));
        return "catalog/import-new";
    }

    @PostMapping
    String upload(
            Viewer viewer,
            @ModelAttribute ImportForm importForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page) {
        var id = Forms.result(problems, () -> upload(viewer, importForm.file()));
        if (id == null) {
            page.addAttribute("latest", imports.latest(viewer));
            return Forms.again(response, "catalog/import-new");
        }
        return "redirect:/operator/catalog/imports/" + id;
    }

    private CatalogImportId upload(Viewer viewer, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "catalog.import.no-file");
        }
        try (var in = file.getInputStream()) {
            return imports.upload(viewer, name(file), in);
        } catch (IOException e) {
            throw Refusal.invalid("file", "catalog.import.failed");
        }
    }

    private static String name(MultipartFile file) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("\\p{Cntrl}", "");
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) : last;
    }

    /** While the work goes on, the browser itself asks again every second, without script. */
    @GetMapping("/{id}")
    String get(
            Viewer viewer,
            @PathVariable CatalogImportId id,
            @RequestParam(defaultValue = "0") long after,
            Locale language,
            HttpServletResponse response,
            Model page) {
        var view = imports.get(viewer, id);
        if (view.status().isRunning()) {
            response.setHeader("Refresh", "1");
        }
        page.addAttribute("import", view);
        page.addAttribute("changes", changes(viewer, view, language));
        page.addAttribute("refusals", view.refused() > 0 ? imports.refusals(viewer, id, after) : List.of());
        return "catalog/import";
    }

    private EnumMap<ImportChange.Kind, List<ImportChange>> changes(Viewer viewer, ImportView view, Locale language) {
        var changes = new EnumMap<ImportChange.Kind, List<ImportChange>>(ImportChange.Kind.class);
        if (view.status() == Status.READY) {
            Arrays.stream(ImportChange.Kind.values())
                    .forEach(kind -> changes.put(kind, imports.changes(viewer, view.id(), kind, language)));
        }
        return changes;
    }

    @PostMapping("/{id}/confirm")
    String confirm(Viewer viewer, @PathVariable CatalogImportId id) {
        imports.confirm(viewer, id);
        return "redirect:/operator/catalog/imports/" + id;
    }

    @PostMapping("/{id}/discard")
    String discard(Viewer viewer, @PathVariable CatalogImportId id) {
        imports.discard(viewer, id);
        return "redirect:/operator/catalog/imports/" + id;
    }
}
