package io.palier.demo;

import io.palier.platform.Installation;
import io.palier.platform.StartupNotice;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints which programs can call a demo's API, and with which secrets. */
@Component
@Order(20)
class ProgramNotice implements StartupNotice {
    private final Installation installation;
    private final DemoSettings settings;
    private final MessageSource messages;

    ProgramNotice(Installation installation, DemoSettings settings, MessageSource messages) {
        this.installation = installation;
        this.settings = settings;
        this.messages = messages;
    }

    @Override
    public List<String> lines() {
        var now = installation.settings();
        if (now.kind() != Installation.Kind.DEMO || !settings.load()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add(text("demo.programs", now));
        DemoApplications.ALL.forEach(program -> {
            lines.add("  " + program.name()
                    + (program.serviceAccount() ? " (" + text("demo.programs.service-account", now) + ")" : ""));
            lines.add("    tenant        " + program.organization());
            lines.add("    client_id     " + program.id());
            lines.add("    client_secret " + program.secret());
        });
        return lines;
    }

    private String text(String key, Installation.Settings now) {
        return messages.getMessage(key, null, now.defaultLanguage());
    }
}
