package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/**
 * Somebody at a browser. Names of links and buttons are English here and looked up in {@link Words}, so that one test
 * runs in both languages.
 */
final class Visitor {
    static final String PASSWORD = "Palier-demo-1";

    final Page page;
    final Words words;
    final boolean script;

    Visitor(Page page, Words words, boolean script) {
        this.page = page;
        this.words = words;
        this.script = script;
    }

    Visitor open(String address) {
        page.navigate(address);
        return this;
    }

    /** What the server says to an address. */
    int status(String address) {
        return page.context().request().get(address).status();
    }

    Visitor signIn(String name) {
        return signIn(name, PASSWORD);
    }

    Visitor signIn(String name, String password) {
        open("/sign-in");
        return credentials(name, password);
    }

    /** Answers the sign-in page shown, and chooses the language. */
    Visitor credentials(String name, String password) {
        type("username", name).type("password", password);
        submit("/sign-in");
        return language();
    }

    /** Chooses the language of {@link #words} by the switch, which brings back to the same page. */
    Visitor language() {
        var language = words.language().getLanguage();
        click(page.locator(".languages button[value=" + language + "]"));
        assertThat(page.locator("html")).hasAttribute("lang", language);
        return this;
    }

    /** Follows a link of the menu, whose names are unique there. */
    Visitor menu(String name) {
        return click(page.locator("nav.menu-body")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(words.of(name)).setExact(true)));
    }

    Visitor follow(String name, Object... arguments) {
        return click(link(name, arguments));
    }

    /** Follows a link that bears somebody's name, the same in any language. */
    Visitor followNamed(String name) {
        return click(main().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true)));
    }

    Visitor press(String name, Object... arguments) {
        return click(button(name, arguments));
    }

    /** Opens what is folded under these words. */
    Visitor unfold(String name) {
        return click(main().locator("summary").filter(new Locator.FilterOptions().setHasText(words.of(name))));
    }

    /** Submits the form that goes to an address with this end, by its own button. */
    Visitor submit(String end) {
        return click(main().locator("form[action$='" + end + "'] button[type=submit]"));
    }

    /** Without script nothing on a page moves, but the driver cannot find that out and would wait. */
    Visitor click(Locator target) {
        target.click(new Locator.ClickOptions().setForce(!script));
        return this;
    }

    Locator link(String name, Object... arguments) {
        return named(AriaRole.LINK, name, arguments);
    }

    Locator button(String name, Object... arguments) {
        return named(AriaRole.BUTTON, name, arguments);
    }

    private Locator named(AriaRole role, String name, Object... arguments) {
        return page.locator("main")
                .getByRole(
                        role,
                        new Locator.GetByRoleOptions()
                                .setName(words.of(name, arguments))
                                .setExact(true));
    }

    Visitor type(String field, String text) {
        page.fill("#" + field, text);
        return this;
    }

    Visitor tick(String field) {
        page.check("#" + field, new Page.CheckOptions().setForce(!script));
        return this;
    }

    /** Chooses what is shown with this name in it. */
    Visitor choose(String field, String name) {
        var option = page.locator("#" + field + " option").filter(new Locator.FilterOptions().setHasText(name));
        return chooseValue(field, option.getAttribute("value"));
    }

    Visitor chooseValue(String field, String value) {
        page.selectOption("#" + field, value);
        return this;
    }

    /** Waits until the page says all of this; each is English and looked up. */
    Visitor sees(String... texts) {
        for (var text : texts) {
            assertThat(main()).containsText(words.of(text));
        }
        return this;
    }

    /** Waits until the page says all of this, word for word in any language. */
    Visitor seesExactly(String... texts) {
        for (var text : texts) {
            assertThat(main()).containsText(text);
        }
        return this;
    }

    Visitor seesNot(String... texts) {
        for (var text : texts) {
            assertThat(main()).not().containsText(text);
        }
        return this;
    }

    Visitor isAt(String address) {
        assertThat(page).hasURL(Pattern.compile(".*" + address + "$"));
        return this;
    }

    Visitor hasTitle(String heading) {
        assertThat(main().locator("h1, h2").first()).hasText(words.of(heading));
        return this;
    }

    Locator main() {
        return page.locator("main");
    }

    String value(String field) {
        return page.inputValue("#" + field);
    }

    /** Another tab of the same session. */
    Visitor tab() {
        return new Visitor(page.context().newPage(), words, script);
    }
}
