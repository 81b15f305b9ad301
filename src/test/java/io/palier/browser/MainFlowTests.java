package io.palier.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The founding document's main job in the sample world: in English, in French, and without script. */
@BrowserTest
class MainFlowTests {
    private static final String OFFER = "Halden Workplace Basic";
    private static final String SUFFIX = "onpalier.example";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Test
    void runsInEnglishWithAResellerThatIsEnrolled() {
        var reseller = new MainFlow.Reseller("Adventure Works Cloud", "5000022", "admin@adventure.example");
        var flow = new MainFlow(visitors, Words.ENGLISH, true);
        var provider = provider(flow);
        var link = flow.requestPartnership(provider, reseller.email());
        var visitor = flow.signIn(link, "Contoso Distribution", reseller.email());
        flow.accept(visitor, link, "Contoso Distribution");
        serve(flow, provider, visitor, reseller, "Wide World Importers", "help@adventure.example");
    }

    @Test
    void runsInFrenchWithAResellerThatEnrollsByTheLink() {
        var reseller = new MainFlow.Reseller("Relecloud Bretagne", "6100011", "direction@relecloud-bretagne.example");
        enrollAndServe(new MainFlow(visitors, Words.FRENCH, true), reseller, "Fromagerie Le Bihan");
    }

    @Test
    void runsWithoutScript() {
        var reseller = new MainFlow.Reseller("Proseware Services", "6100012", "office@proseware-services.example");
        enrollAndServe(new MainFlow(visitors, Words.ENGLISH, false), reseller, "Alpine Ski House");
    }

    private static void enrollAndServe(MainFlow flow, MainFlow.Reseller reseller, String customer) {
        var provider = provider(flow);
        var link = flow.requestPartnership(provider, reseller.email());
        var visitor = flow.enroll(link, "Contoso Distribution", reseller);
        flow.accept(visitor, link, "Contoso Distribution");
        flow.fillInSupportProfile(visitor, reseller.email());
        serve(flow, provider, visitor, reseller, customer, reseller.email());
    }

    private static Visitor provider(MainFlow flow) {
        return flow.visitor().signIn("admin@contoso.example");
    }

    private static void serve(
            MainFlow flow,
            Visitor provider,
            Visitor visitor,
            MainFlow.Reseller reseller,
            String customer,
            String supportAddress) {
        var info = flow.addCustomer(provider, reseller.name(), customer, OFFER, SUFFIX);
        flow.credentialsAreGone(provider, info);
        flow.isOnTop(provider, customer, reseller.name());
        flow.nameSupportContact(provider, customer, OFFER, reseller);
        flow.manage(visitor, customer, OFFER, reseller);
        flow.meetTheCustomer(info, OFFER, reseller.name(), supportAddress);
    }
}
