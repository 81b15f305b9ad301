package io.palier.demo;

import io.palier.platform.Installation;
import io.palier.platform.StartupNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints who can sign in to a demo, and with which password. */
@Component
@Order(10)
class SignIns implements StartupNotice {
    private final Installation installation;
    private final DemoSettings settings;
    private final MessageSource messages;

    SignIns(Installation installation, DemoSettings settings, MessageSource messages) {
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
        lines.add(messages.getMessage("demo.sign-ins", new Object[] {settings.password()}, now.defaultLanguage()));
        Stream.concat(Stream.of(Cast.PALIER_CLOUD), Cast.PARTNERS.stream())
                .forEach(member ->
                        member.people().forEach(person -> lines.add(line(member.name(), person.signInName()))));
        lines.add(line(Clientele.NORTHWIND.name(), "admin@northwind.example"));
        lines.add(line(Clientele.TAILSPIN.name(), "admin@tailspin.example"));
        return lines;
    }

    private static String line(String organization, String signInName) {
        return String.format("  %-28s %s", signInName, organization);
    }
}
