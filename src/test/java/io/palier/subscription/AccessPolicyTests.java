package io.palier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of association, role and action, against the table of the design, written out by hand. */
class AccessPolicyTests {
    /**
     * Association, role, and the actions allowed: s see, p price, q quantity, a auto-renew, n nickname, S suspend,
     * R reactivate, l assign licenses, o order, O order where may-order is on, k ask for an order, K ask for licenses,
     * r partner of record, c support contact, e export, v convert a trial, V the same where may-order is on, x cancel.
     */
    private static final String TABLE = """
            PROVIDER          GLOBAL_ADMIN    spqanSRlorcevx
            PROVIDER          USER_ADMIN      sple
            PROVIDER          BILLING_ADMIN   p
            PROVIDER          ADMIN_AGENT     spqanSRlorcevx
            PROVIDER          SALES_AGENT     spqanSRlorevx
            PROVIDER          HELPDESK_AGENT  slce
            CUSTOMER_LEVEL    GLOBAL_ADMIN    sqanSRlOkeV
            CUSTOMER_LEVEL    USER_ADMIN      -
            CUSTOMER_LEVEL    BILLING_ADMIN   -
            CUSTOMER_LEVEL    ADMIN_AGENT     sqanSRlOkeV
            CUSTOMER_LEVEL    SALES_AGENT     sOkeV
            CUSTOMER_LEVEL    HELPDESK_AGENT  se
            PARTNER_OF_RECORD GLOBAL_ADMIN    sqane
            PARTNER_OF_RECORD USER_ADMIN      -
            PARTNER_OF_RECORD BILLING_ADMIN   -
            PARTNER_OF_RECORD ADMIN_AGENT     sqane
            PARTNER_OF_RECORD SALES_AGENT     se
            PARTNER_OF_RECORD HELPDESK_AGENT  se
            SUPPORT_CONTACT   GLOBAL_ADMIN    se
            SUPPORT_CONTACT   USER_ADMIN      -
            SUPPORT_CONTACT   BILLING_ADMIN   -
            SUPPORT_CONTACT   ADMIN_AGENT     se
            SUPPORT_CONTACT   SALES_AGENT     se
            SUPPORT_CONTACT   HELPDESK_AGENT  se
            CUSTOMER          GLOBAL_ADMIN    slKe
            CUSTOMER          USER_ADMIN      -
            CUSTOMER          BILLING_ADMIN   -
            CUSTOMER          ADMIN_AGENT     -
            CUSTOMER          SALES_AGENT     -
            CUSTOMER          HELPDESK_AGENT  -
            """;

    static Stream<Arguments> everyCombination() {
        return TABLE.lines().flatMap(line -> {
            var cells = line.split(" +", -1);
            return Arrays.stream(Action.values())
                    .flatMap(action -> Stream.of(false, true)
                            .map(mayOrder -> Arguments.of(
                                    Association.valueOf(cells[0]),
                                    Role.valueOf(cells[1]),
                                    action,
                                    mayOrder,
                                    expected(cells[2], action, mayOrder))));
        });
    }

    private static boolean expected(String allowed, Action action, boolean mayOrder) {
        var letter = switch (action) {
            case SEE -> "s";
            case SEE_PRICE -> "p";
            case CHANGE_QUANTITY -> "q";
            case SET_AUTO_RENEW -> "a";
            case RENAME -> "n";
            case SUSPEND -> "S";
            case REACTIVATE -> "R";
            case ASSIGN_LICENSES -> "l";
            case ORDER -> mayOrder && allowed.contains("O") ? "O" : "o";
            case CONVERT -> mayOrder && allowed.contains("V") ? "V" : "v";
            case CANCEL -> "x";
            case EXPORT -> "e";
            case ASK_FOR_ORDER -> "k";
            case ASK_FOR_LICENSES -> "K";
            case SET_PARTNER_OF_RECORD -> "r";
            case SET_SUPPORT_CONTACT -> "c";
        };
        return allowed.contains(letter);
    }

    @ParameterizedTest(name = "{0} {1} {2} may order {3}: {4}")
    @MethodSource("everyCombination")
    void allowsWhatTheDesignAllows(
            Association association, Role role, Action action, boolean mayOrder, boolean expected) {
        var viewer = viewer(association, role);
        assertThat(AccessPolicy.allows(viewer, Set.of(association), action, mayOrder))
                .isEqualTo(expected);
    }

    @Test
    void theTableNamesEveryAssociationAndRole() {
        assertThat(TABLE.lines().map(line -> line.split(" +", -1)[0] + line.split(" +", -1)[1]))
                .hasSize(Association.values().length * Role.values().length)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneAssociationAddsToAnother() {
        var both = EnumSet.of(Association.PARTNER_OF_RECORD, Association.SUPPORT_CONTACT);
        var viewer = viewer(Association.PARTNER_OF_RECORD, Role.ADMIN_AGENT);
        assertThat(AccessPolicy.allows(viewer, both, Action.RENAME, false)).isTrue();
        assertThat(AccessPolicy.allows(viewer, both, Action.SUSPEND, false)).isFalse();
        assertThat(AccessPolicy.allows(viewer, Set.of(), Action.SEE, true)).isFalse();
    }

    private static Viewer viewer(Association association, Role role) {
        var kind = switch (association) {
            case PROVIDER -> OrganizationKind.INDIRECT_PROVIDER;
            case CUSTOMER -> OrganizationKind.CUSTOMER;
            case CUSTOMER_LEVEL, PARTNER_OF_RECORD, SUPPORT_CONTACT -> OrganizationKind.INDIRECT_RESELLER;
        };
        return new Viewer(
                AccountId.next(),
                MembershipId.next(),
                OrganizationId.next(),
                kind,
                "Somebody",
                Set.of(role),
                "somebody@people.example",
                "Somebody",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                true,
                false);
    }
}
