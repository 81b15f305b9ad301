package io.palier.insight.web;

import io.palier.audit.Activity;
import io.palier.identity.Viewer;
import io.palier.insight.Dashboards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the dashboard, or for people not signed in what Palier is and where to begin. */
@Controller
class HomePages {
    private final Dashboards dashboards;
    private final Activity activity;

    HomePages(Dashboards dashboards, Activity activity) {
        this.dashboards = dashboards;
        this.activity = activity;
    }

    @GetMapping("/")
    String home(@Nullable Viewer viewer, Model page) {
        if (viewer == null) {
            return "insight/landing";
        }
        page.addAttribute("dashboard", dashboards.of(viewer));
        page.addAttribute("recent", activity.recent(viewer));
        page.addAttribute("topics", HelpTopic.values());
        return "insight/home";
    }
}
