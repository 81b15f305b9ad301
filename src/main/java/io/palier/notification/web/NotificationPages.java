package io.palier.notification.web;

import io.palier.identity.Viewer;
import io.palier.notification.NotificationId;
import io.palier.notification.Notifications;
import io.palier.shared.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list behind the bell. */
@Controller
@RequestMapping("/notifications")
class NotificationPages {
    private final Notifications notifications;

    NotificationPages(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute(
                "notifications",
                notifications.list(viewer, unread, Cursor.parse(after, 2).orElse(null)));
        page.addAttribute("unread", unread);
        page.addAttribute("first", after == null);
        return "notification/list";
    }

    @PostMapping("/read")
    String markAllRead(Viewer viewer) {
        notifications.markAllRead(viewer);
        return "redirect:/notifications";
    }

    /** @param open whether to go on to what it is about */
    @PostMapping("/{id}/read")
    String markRead(
            Viewer viewer, @PathVariable NotificationId id, @RequestParam(defaultValue = "false") boolean open) {
        var link = notifications.markRead(viewer, id);
        return "redirect:" + (open ? link : "/notifications");
    }
}
