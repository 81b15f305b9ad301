package io.palier.subscription.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The menu line of subscriptions. */
@Component
class SubscriptionMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.may(Right.SEE_SUBSCRIPTIONS)
                ? List.of(new MenuEntry(40, "subscription.menu", "/subscriptions", "license"))
                : List.of();
    }
}
