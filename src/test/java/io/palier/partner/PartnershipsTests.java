package io.palier.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.PalierTest;
import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalierTest
class PartnershipsTests {
    @Autowired
    Partnerships partnerships;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsAtMostOneActivePartnershipOfTwo() {
        var provider = organization(OrganizationKind.INDIRECT_PROVIDER, "Contoso Distribution");
        var reseller = organization(OrganizationKind.INDIRECT_RESELLER, "Fabrikam Services");
        partnerships.establish(Actor.system(provider), provider, reseller, false);
        assertThatThrownBy(() -> partnerships.establish(Actor.system(provider), provider, reseller, true))
                .isInstanceOf(Refusal.class)
                .hasMessage("partnership.already");
        assertThat(partnerships.isActive(provider, reseller)).isTrue();
        assertThat(partnerships.mayOrder(provider, reseller)).isFalse();
    }

    @Test
    void pagesThroughResellersByNameInBothDirections() {
        var provider = organization(OrganizationKind.INDIRECT_PROVIDER, "Contoso Distribution");
        var viewer = viewer(provider, Role.SALES_AGENT);
        for (int i = 0; i < 30; i++) {
            var reseller = organization(OrganizationKind.INDIRECT_RESELLER, "Réseau %02d".formatted(i));
            partnerships.establish(Actor.system(provider), provider, reseller, false);
        }
        assertThat(names(viewer, ResellerSort.NAME))
                .hasSize(30)
                .isSorted()
                .first()
                .isEqualTo("Réseau 00");
        assertThat(names(viewer, ResellerSort.NAME_DESCENDING))
                .hasSize(30)
                .first()
                .isEqualTo("Réseau 29");
        assertThat(names(viewer, ResellerSort.SINCE)).hasSize(30).first().isEqualTo("Réseau 00");
        assertThat(partnerships
                        .list(viewer, ResellerSort.NAME, SearchText.of("RESEAU 07"), null)
                        .rows())
                .extracting(PartnershipRow::name)
                .containsExactly("Réseau 07");
    }

    @Test
    void closesThePeriodAndKeepsIt() {
        var provider = organization(OrganizationKind.INDIRECT_PROVIDER, "Contoso Distribution");
        var reseller = organization(OrganizationKind.INDIRECT_RESELLER, "Litware Conseil");
        partnerships.establish(Actor.system(provider), provider, reseller, true);
        var admin = viewer(provider, Role.ADMIN_AGENT);
        var row = partnerships.get(admin, reseller);
        assertThatThrownBy(() -> partnerships.remove(admin, reseller, row.version() + 1, new Resolution(Map.of())))
                .hasMessage("changed-meanwhile");
        partnerships.remove(admin, reseller, row.version(), new Resolution(Map.of()));
        assertThatThrownBy(() -> partnerships.requireActive(provider, reseller)).hasMessage("partnership.none");
        assertThat(partnerships
                        .list(admin, ResellerSort.ENDED, SearchText.of(null), null)
                        .rows())
                .singleElement()
                .satisfies(ended -> assertThat(ended.to()).isAfter(ended.from()));
        assertThat(jdbc.sql("select active, may_order from partnership_view where provider_id = :id")
                        .param("id", provider.value())
                        .query((r, n) -> r.getBoolean("active") || r.getBoolean("may_order"))
                        .single())
                .isFalse();
    }

    @Test
    void doesNotShowAnotherProvidersResellers() {
        var contoso = organization(OrganizationKind.INDIRECT_PROVIDER, "Contoso Distribution");
        var wingtip = organization(OrganizationKind.INDIRECT_PROVIDER, "Wingtip Distribution");
        var reseller = organization(OrganizationKind.INDIRECT_RESELLER, "Fabrikam Services");
        partnerships.establish(Actor.system(contoso), contoso, reseller, false);
        assertThatThrownBy(() -> partnerships.get(viewer(wingtip, Role.GLOBAL_ADMIN), reseller))
                .hasMessage("not-found");
        assertThatThrownBy(() ->
                        partnerships.remove(viewer(contoso, Role.SALES_AGENT), reseller, 0, new Resolution(Map.of())))
                .hasMessage("right-missing");
        assertThat(partnerships.resellers(viewer(wingtip, Role.GLOBAL_ADMIN))).isEmpty();
        assertThat(partnerships.resellers(viewer(contoso, Role.SALES_AGENT)))
                .singleElement()
                .satisfies(choice -> assertThat(choice.eligible()).isTrue());
    }

    private List<String> names(Viewer viewer, ResellerSort sort) {
        var names = new ArrayList<String>();
        var slice = partnerships.list(viewer, sort, SearchText.of(""), null);
        slice.rows().forEach(row -> names.add(row.name()));
        while (slice.next() != null) {
            slice = partnerships.list(viewer, sort, SearchText.of(""), slice.next());
            slice.rows().forEach(row -> names.add(row.name()));
        }
        return names;
    }

    private OrganizationId organization(OrganizationKind kind, String name) {
        return organizations
                .register(
                        OrganizationId.next(),
                        kind,
                        name,
                        new Address("FR", "1 rue de la Paix", null, "Paris", null, "75002"),
                        Locale.FRENCH,
                        kind == OrganizationKind.INDIRECT_PROVIDER ? "EUR" : null,
                        null)
                .id();
    }

    private static Viewer viewer(OrganizationId organization, Role role) {
        return new Viewer(
                AccountId.next(),
                MembershipId.next(),
                organization,
                OrganizationKind.INDIRECT_PROVIDER,
                "Contoso Distribution",
                Set.of(role),
                "someone@contoso.example",
                "Someone",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                true,
                false);
    }
}
