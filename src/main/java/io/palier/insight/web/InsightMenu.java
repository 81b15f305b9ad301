package io.palier.insight.web;

import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The dashboard stands first in everybody's menu. */
@Component
class InsightMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return List.of(
                new MenuEntry(10, "insight.dashboard", "/", "home"), new MenuEntry(95, "portal.help", "/help", "help"));
    }
}
