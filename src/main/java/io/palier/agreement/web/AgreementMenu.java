package io.palier.agreement.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The operator's way to the agreements. */
@Component
class AgreementMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.may(Right.MANAGE_AGREEMENTS)
                ? List.of(new MenuEntry(92, "agreement.title", "/operator/agreements", "file-text"))
                : List.of();
    }
}
