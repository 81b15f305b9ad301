package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

/**
 * The main job of the founding document in a browser: a partnership by its link, a customer on the reseller's behalf with
 * its first order, the credentials that are shown once, then the reseller and the customer at work. Each step looks at
 * what the person sees.
 */
final class MainFlow {
    /** What people choose for themselves; the demo's own is too well known for that. */
    static final String OWN_PASSWORD = "tide above quiet harbor";

    private final Visitors visitors;
    private final Words words;
    private final boolean script;

    MainFlow(Visitors visitors, Words words, boolean script) {
        this.visitors = visitors;
        this.words = words;
        this.script = script;
    }

    /** A reseller of the flow: who it is and who acts for it. */
    record Reseller(String name, String locationPartnerId, String email) {}

    /** A new customer's administrator, as the setup info named it. */
    record SetupInfo(String name, String password) {}

    Visitor visitor() {
        return visitors.visitor(words, script);
    }

    /** Dashboard, Indirect resellers, Request a partnership, Copy to clipboard, Done; the link of the message. */
    String requestPartnership(Visitor provider, String recipient) {
        provider.open("/").menu("Indirect resellers").hasTitle("Indirect resellers");
        provider.follow("Request a partnership");
        provider.type("recipients", recipient)
                .chooseValue("language", words.language().getLanguage())
                .press("Write the message");
        var link = provider.main().locator("#invitation-link").textContent();
        assertThat(provider.value("text")).contains(link);
        assertThat(provider.link("Open in email").getAttribute("href")).startsWith("mailto:" + recipient);
        if (script) {
            provider.press("Copy to clipboard").sees("Copied to the clipboard.");
            assertThat(provider.page.evaluate("navigator.clipboard.readText()").toString())
                    .contains(link);
        } else {
            assertThat(provider.button("Copy to clipboard")).not().isVisible();
        }
        provider.press("Done").seesExactly(recipient).sees("Sent");
        return link;
    }

    /** The recipient has no account yet: enrolls, and comes back to the link. */
    Visitor enroll(String link, String providerName, Reseller reseller) {
        var visitor = visitor().open(link);
        visitor.seesExactly(words.of("{0} asks you to be partners", providerName));
        visitor.follow("Enroll as an indirect reseller");
        visitor.type("company", reseller.name()).type("locationPartnerId", reseller.locationPartnerId());
        address(visitor);
        visitor.type("firstName", "Robin")
                .type("lastName", "Keller")
                .type("phone", "+33 2 98 00 00 20")
                .type("email", reseller.email())
                .type("password", OWN_PASSWORD)
                .tick("accepted")
                .press("Enroll now");
        return visitor;
    }

    /** The recipient is enrolled: signs in by the link, and comes back to it. */
    Visitor signIn(String link, String providerName, String name) {
        var visitor = visitor().open(link);
        visitor.seesExactly(words.of("{0} asks you to be partners", providerName));
        visitor.follow("Sign in and go on");
        return visitor.credentials(name, Visitor.PASSWORD);
    }

    /** On the link's page: tick, Authorize indirect provider; the provider is among the reseller's own. */
    void accept(Visitor reseller, String link, String providerName) {
        reseller.isAt(link.substring(link.indexOf("/invitations/")));
        reseller.tick("agreed").press("Authorize indirect provider");
        reseller.menu("Indirect providers").seesExactly(providerName);
    }

    /** What customers of a new reseller see when they need help. */
    void fillInSupportProfile(Visitor reseller, String email) {
        reseller.menu("Organization profile").type("email", email).press("Save");
        assertThat(reseller.page.locator("#email")).hasValue(email);
    }

    /** From the reseller's row to the confirmation: the reseller is chosen already. */
    SetupInfo addCustomer(Visitor provider, String resellerName, String customer, String offer, String market) {
        provider.open("/").menu("Indirect resellers").seesExactly(resellerName);
        provider.follow("Add new customer for {0}", resellerName).hasTitle("New customer");
        assertThat(provider.main().locator("#reseller option:checked").textContent())
                .contains(resellerName);
        fillIn(provider, customer);
        provider.press("Next: Subscriptions").hasTitle("New subscription");
        provider.type("q", words.of(offer));
        provider.press("Search");
        provider.press("Add {0}, {1}, {2}", words.of(offer), words.of("1 year"), words.of("Annual"));
        provider.type("quantity-0", "5");
        assertThat(provider.main().locator("#reseller option:checked").textContent())
                .contains(resellerName);
        provider.press("Next: Review").hasTitle("Review");
        provider.seesExactly(customer, resellerName, words.of(offer));
        provider.press("Submit").hasTitle("Confirmation").sees("can now manage the customer’s account");
        var info = new SetupInfo(provider.value("setup-name"), provider.value("setup-password"));
        assertThat(info.name()).isEqualTo("admin@" + prefix(customer) + "." + market);
        return info;
    }

    void fillIn(Visitor provider, String customer) {
        provider.type("name", customer).type("domainPrefix", prefix(customer));
        address(provider);
        provider.type("firstName", "Wanda")
                .type("lastName", "Lopez")
                .type("email", "wanda@" + prefix(customer) + ".example")
                .chooseValue("language", words.language().getLanguage())
                .tick("agreement-accepted")
                .type("acceptedOn", "2025-06-30")
                .type("signatoryFirstName", "Wanda")
                .type("signatoryLastName", "Lopez")
                .type("signatoryEmail", "wanda@" + prefix(customer) + ".example");
    }

    static void address(Visitor visitor) {
        if (!visitor.value("address-country").equals("FR")) {
            visitor.chooseValue("address-country", "FR");
            if (!visitor.script) {
                visitor.press("Adapt the fields to this country");
            }
        }
        visitor.type("address-line1", "3 rue du Port")
                .type("address-postalCode", "29200")
                .type("address-city", "Brest");
    }

    private static String prefix(String customer) {
        return customer.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** Reload, back and another tab have the password no more; they say how to get another. */
    void credentialsAreGone(Visitor provider, SetupInfo info) {
        var address = provider.page.url();
        var visits = List.<Runnable>of(
                provider.page::reload, provider.page::goBack, () -> provider.open(address), () -> provider.open("/"));
        for (var visit : visits) {
            visit.run();
            assertThat(provider.page.content()).doesNotContain(info.password());
        }
        var tab = provider.tab().open(address);
        tab.hasTitle("Confirmation").sees("shown once and cannot be shown again");
        assertThat(tab.page.content()).doesNotContain(info.password());
        tab.page.close();
        provider.open(address);
    }

    /** Done: the customer is on top of the list, tied to the reseller. */
    void isOnTop(Visitor provider, String customer, String resellerName) {
        provider.follow("Done").hasTitle("Customers").sees("Just added");
        assertThat(provider.main().locator(".customer-list li").first()).containsText(customer);
        assertThat(provider.main().locator(".customer-list li").first()).containsText(resellerName);
    }

    /** On the subscription: the reseller has the credit already; it becomes the designated support contact. */
    void nameSupportContact(Visitor provider, String customer, String offer, Reseller reseller) {
        openSubscription(provider, customer, offer);
        provider.seesExactly(reseller.locationPartnerId());
        assertThat(provider.main().locator("#reseller option:checked")).containsText(reseller.name());
        provider.choose("contact", reseller.name());
        provider.submit("/support-contact");
        assertThat(provider.main().locator("#contact option:checked")).containsText(reseller.name());
    }

    /** The reseller finds its new customer, changes the licenses and may manage its users. */
    void manage(Visitor reseller, String customer, String offer, Reseller company) {
        openSubscription(reseller, customer, offer);
        reseller.seesExactly(company.name(), company.locationPartnerId());
        reseller.type("quantity", "6");
        reseller.submit("/quantity");
        reseller.sees("The number of licenses is changed.");
        reseller.follow("Users and licenses").seesExactly("admin@" + prefix(customer));
        assertThat(reseller.link("Add user")).isVisible();
    }

    private void openSubscription(Visitor visitor, String customer, String offer) {
        visitor.open("/").menu("Customers").follow("Open {0}", customer);
        visitor.follow(offer).seesExactly(words.of(offer));
    }

    /** The customer's first admin: a password of its own, then its subscription and whom to ask. */
    void meetTheCustomer(SetupInfo info, String offer, String supporter, String supportAddress) {
        var admin = visitor().signIn(info.name(), info.password());
        admin.isAt("/password").sees("Your password is a temporary one");
        admin.type("current", info.password())
                .type("wanted", OWN_PASSWORD)
                .type("repeated", OWN_PASSWORD)
                .press("Change password");
        admin.open("/").menu("Subscriptions").seesExactly(words.of(offer), "6", supporter, supportAddress);
        admin.follow(offer).sees("Designated support contact").seesExactly(supporter, supportAddress);
        var again = visitor().signIn(info.name(), OWN_PASSWORD);
        again.menu("Subscriptions").seesExactly(words.of(offer));
    }
}
