package io.palier.portal;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to one's own organization: its people and its profile. */
@Component
class AccountMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        var entries = new ArrayList<MenuEntry>();
        if (viewer.may(Right.MANAGE_OWN_USERS) || !viewer.isCustomer()) {
            entries.add(new MenuEntry(70, "portal.users", "/account/users", "users"));
        }
        if (viewer.isProvider() || viewer.isReseller()) {
            entries.add(new MenuEntry(71, "portal.profile", "/account/profile", "building"));
        }
        return entries;
    }
}
