package io.palier.application.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the organization's applications. */
@Component
class ApplicationMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.may(Right.MANAGE_APPLICATIONS)
                ? List.of(new MenuEntry(72, "application.title", "/account/applications", "api-app"))
                : List.of();
    }
}
