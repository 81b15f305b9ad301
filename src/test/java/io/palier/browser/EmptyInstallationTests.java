package io.palier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.Palier;
import io.palier.platform.KillableProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The main flow from {@code palier serve} with nothing in it: everybody and everything is made in the browser. */
class EmptyInstallationTests {
    private static final MainFlow.Reseller RELECLOUD =
            new MainFlow.Reseller("Relecloud Services", "6200011", "office@relecloud.example");
    private static final String OFFER = "Halden Workplace Basic";
    private static final String OPERATOR = "admin@palier-cloud.example";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @TempDir
    Path data;

    @Test
    void becomesADistributorsOwn() throws Exception {
        try (var server = serve()) {
            var flow = new MainFlow(visitors, Words.ENGLISH, true);
            var operator = setUp(flow, token(server), "distributor", "Trey Distribution");
            importPrices(operator);
            var provider = operator.tab().open("/");
            provider.page.click("summary:has-text('Switch organization')");
            provider.page.click(".dropdown-panel button:has-text('Indirect provider')");
            provider.hasTitle("Dashboard");
            run(flow, provider, () -> visitors.english().signIn(OPERATOR, MainFlow.OWN_PASSWORD), "Trey Distribution");
        }
    }

    @Test
    void becomesAVendorsWithProvidersOfItsOwn() throws Exception {
        try (var server = serve()) {
            var flow = new MainFlow(visitors, Words.FRENCH, true);
            var operator = setUp(flow, token(server), "vendor", "Halden Software");
            importPrices(operator);
            var provider = create(flow, operator, "Contoso Distribution");
            run(flow, provider, () -> operator, "Contoso Distribution");
        }
    }

    private KillableProcess serve() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        visitors.at("http://localhost:" + port);
        return KillableProcess.start(
                data,
                Palier.class,
                "serve",
                "--port",
                String.valueOf(port),
                "--host",
                "127.0.0.1",
                "--data",
                data.toString());
    }

    /** The one-time token, once the console says that everything is ready. */
    private static String token(KillableProcess server) throws IOException {
        var token = "";
        for (var line = server.line(); line != null; line = server.line()) {
            if (line.contains("token: ")) {
                token = line.substring(line.indexOf("token: ") + 7).strip();
            }
            if (line.contains("Ctrl-C")) {
                return token;
            }
        }
        throw new AssertionError("The server ended without being ready");
    }

    private static Visitor setUp(MainFlow flow, String token, String runs, String company) {
        var operator = flow.visitor().open("/directory");
        operator.isAt("/set-up").type("token", "00000-00000-00000-00000");
        operator.page.check("input[name=runs][value=" + runs + "]");
        operator.type("company", company).type("locationPartnerId", "6200001");
        MainFlow.address(operator);
        operator.type("firstName", "Olive").type("lastName", "Perrin").type("email", OPERATOR);
        operator.type("password", MainFlow.OWN_PASSWORD).type("currencies", "EUR");
        operator.press("Set up").sees("This is not the token on the console.");
        operator.type("token", token).type("password", MainFlow.OWN_PASSWORD).press("Set up");
        operator.sees("Palier is set up.");
        assertThat(operator.status("/set-up")).isEqualTo(404);
        return operator;
    }

    private static void importPrices(Visitor operator) {
        for (var file : new String[] {"catalog-fr.csv", "catalog-rules.csv"}) {
            operator.menu("Catalog and prices").follow("Import a file");
            operator.page.setInputFiles("#file", Path.of("src/main/resources/demo", file));
            operator.press("Upload and preview");
            if (!file.contains("rules")) {
                operator.press("Apply these changes").sees("The price list is imported");
            }
        }
    }

    /** The operator makes the provider; its first admin chooses a password. */
    private static Visitor create(MainFlow flow, Visitor operator, String name) {
        operator.menu("Partners").follow("New indirect provider");
        operator.type("company", name).type("locationPartnerId", "6200010");
        MainFlow.address(operator);
        operator.type("firstName", "Claire")
                .type("lastName", "Morel")
                .type("email", "claire@contoso.example")
                .press("Create")
                .hasTitle("Partner created");
        var password = operator.main().locator("#temporary-password").textContent();
        var provider = flow.visitor().signIn("claire@contoso.example", password);
        provider.type("current", password)
                .type("wanted", MainFlow.OWN_PASSWORD)
                .type("repeated", MainFlow.OWN_PASSWORD)
                .press("Change password");
        return provider;
    }

    private interface Operator {
        Visitor signedIn();
    }

    private static void run(MainFlow flow, Visitor provider, Operator operator, String name) {
        var link = flow.requestPartnership(provider, RELECLOUD.email());
        var reseller = flow.enroll(link, name, RELECLOUD);
        reseller.sees("may not enter into partnerships yet");
        operator.signedIn()
                .open("/operator/enrollments")
                .followNamed(RELECLOUD.name())
                .press("Approve");
        reseller.page.reload();
        flow.accept(reseller, link, name);
        flow.fillInSupportProfile(reseller, RELECLOUD.email());
        var info = flow.addCustomer(provider, RELECLOUD.name(), "Alpine Ski House", OFFER, "onpalier.example");
        flow.credentialsAreGone(provider, info);
        flow.isOnTop(provider, "Alpine Ski House", RELECLOUD.name());
        flow.nameSupportContact(provider, "Alpine Ski House", OFFER, RELECLOUD);
        flow.manage(reseller, "Alpine Ski House", OFFER, RELECLOUD);
        flow.meetTheCustomer(info, OFFER, RELECLOUD.name(), RELECLOUD.email());
    }
}
