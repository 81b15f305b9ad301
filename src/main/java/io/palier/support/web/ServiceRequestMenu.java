package io.palier.support.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The menu line of service requests, below that of partners. */
@Component
class ServiceRequestMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.may(Right.SEE_SERVICE_REQUESTS) || viewer.may(Right.ASK_OPERATOR)
                ? List.of(new MenuEntry(35, "support.menu", "/service-requests", "lifebuoy"))
                : List.of();
    }
}
