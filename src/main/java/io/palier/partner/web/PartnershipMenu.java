package io.palier.partner.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The other side of the chain: resellers for a provider, providers for a reseller. */
@Component
class PartnershipMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        if (!viewer.may(Right.SEE_PARTNERSHIPS)) {
            return List.of();
        }
        return viewer.isProvider()
                ? List.of(new MenuEntry(30, "partner.resellers.title", "/resellers", "building-store"))
                : List.of(new MenuEntry(30, "partner.providers.title", "/providers", "building-warehouse"));
    }
}
