package io.palier.partner.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Menu lines of enrollment and of the operator's partner pages. */
@Component
class EnrollmentMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        var entries = new ArrayList<MenuEntry>();
        if (viewer.isReseller()) {
            entries.add(new MenuEntry(71, "enrollment.menu", "/enrollment", "file-check"));
        }
        if (viewer.may(Right.MANAGE_PARTNERS)) {
            entries.add(new MenuEntry(20, "enrollment.partners", "/operator/partners", "building"));
            entries.add(new MenuEntry(21, "enrollment.list", "/operator/enrollments", "file-check"));
        }
        if (viewer.may(Right.MANAGE_INSTALLATION)) {
            entries.add(new MenuEntry(94, "enrollment.settings", "/operator/settings", "settings"));
        }
        return entries;
    }
}
