package io.palier.portal;

import io.palier.identity.CurrentViewer;
import io.palier.identity.OrganizationChoice;
import io.palier.identity.OrganizationSwitcher;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame of a page asks for; templates reach it as {@code frame}. */
@Component("frame")
public class PageFrame {
    private final List<Menu> menus;
    private final List<MenuBadges> badges;
    private final OrganizationSwitcher switcher;
    private final MessageSource messages;

    PageFrame(List<Menu> menus, List<MenuBadges> badges, OrganizationSwitcher switcher, MessageSource messages) {
        this.menus = menus;
        this.badges = badges;
        this.switcher = switcher;
        this.messages = messages;
    }

    public @Nullable Viewer viewer() {
        return CurrentViewer.find().orElse(null);
    }

    public List<MenuEntry> menu() {
        return CurrentViewer.find()
                .map(viewer -> menus.stream()
                        .flatMap(menu -> menu.entries(viewer).stream())
                        .sorted(Comparator.comparingInt(MenuEntry::order))
                        .toList())
                .orElse(List.of());
    }

    /** How much waits behind which line, by its address. */
    public Map<String, Integer> badges() {
        var all = new HashMap<String, Integer>();
        CurrentViewer.find().ifPresent(viewer -> badges.forEach(some -> all.putAll(some.of(viewer))));
        return all;
    }

    /** Whether a menu line stands for the present page or one above it. */
    public boolean isCurrent(MenuEntry entry) {
        var path = here().replaceFirst("\\?.*", "");
        return entry.href().equals("/")
                ? path.equals("/")
                : path.equals(entry.href()) || path.startsWith(entry.href() + "/");
    }

    public List<OrganizationChoice> organizations() {
        return CurrentViewer.find().map(viewer -> switcher.choices(viewer)).orElse(List.of());
    }

    public List<Locale> languages() {
        return Languages.ALL;
    }

    /** Path and query of the page, where the language switch comes back to; forms answered by POST go to their path. */
    public String here() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return "/";
        }
        var request = attributes.getRequest();
        var forwarded = request.getAttribute(jakarta.servlet.RequestDispatcher.FORWARD_REQUEST_URI);
        if (forwarded != null) {
            return forwarded.toString();
        }
        var query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /**
     * The version a form goes with: the one it was first read with, also when it is shown again, so that nobody's change
     * in between is overwritten unseen; the present one after the person was told of that change.
     */
    public String seen(Object present) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return present.toString();
        }
        var sent = attributes.getRequest().getMethod().equals("POST")
                ? attributes.getRequest().getParameter("version")
                : null;
        if (sent == null || Forms.wasChangedMeanwhile()) {
            return present.toString();
        }
        return sent.matches("[0-9]{1,9}") ? sent : "-1";
    }

    public boolean may(String right) {
        return CurrentViewer.find()
                .map(viewer -> viewer.may(Right.valueOf(right)))
                .orElse(false);
    }

    /** Why the viewer may not, and who could: for the note at a disabled action. Empty if the viewer may. */
    public String whyNot(String right, Locale locale) {
        var viewer = CurrentViewer.find().orElse(null);
        if (viewer == null || viewer.may(Right.valueOf(right))) {
            return "";
        }
        if (!viewer.organizationActive()) {
            return messages.getMessage("portal.why-not.suspended", new Object[] {viewer.organizationName()}, locale);
        }
        var holders = Right.valueOf(right).holders(viewer.kind());
        if (holders.isEmpty()) {
            return messages.getMessage("portal.why-not.never", new Object[] {text("right." + right, locale)}, locale);
        }
        var roles = holders.stream().map(role -> text(role, locale)).collect(Collectors.joining(", "));
        return messages.getMessage("portal.why-not", new Object[] {text("right." + right, locale), roles}, locale);
    }

    private String text(Role role, Locale locale) {
        return text("role." + role.name(), locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
