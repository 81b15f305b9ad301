package io.palier.notification.web;

import io.palier.identity.CurrentViewer;
import io.palier.notification.Notifications;
import org.springframework.stereotype.Component;

/** What the bell in the frame of every page asks for; templates reach it as {@code bell}. */
@Component("bell")
class Bell {
    private final Notifications notifications;

    Bell(Notifications notifications) {
        this.notifications = notifications;
    }

    public int unread() {
        return CurrentViewer.find().map(notifications::unread).orElse(0);
    }
}
