package io.palier.catalog.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog's lines in the menu. */
@Component
class CatalogMenu implements Menu {
    private static final int ORDER = 60;

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        if (viewer.may(Right.MANAGE_CATALOG)) {
            return List.of(new MenuEntry(ORDER, "catalog.menu.manage", "/operator/catalog", "tags"));
        }
        return viewer.isProvider() ? List.of(new MenuEntry(ORDER, "catalog.menu", "/catalog", "tags")) : List.of();
    }
}
