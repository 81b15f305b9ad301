package io.palier.webhook.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the organization's webhook. */
@Component
class WebhookMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.may(Right.MANAGE_APPLICATIONS)
                ? List.of(new MenuEntry(73, "webhook.title", "/account/webhook", "webhook"))
                : List.of();
    }
}
