package io.palier.support;

import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.OrderWorld;
import io.palier.order.Orders;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Uuids;
import io.palier.subscription.Associations;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Who asks whom for help: the operator, and what a provider, its reseller and their customer have with each other. */
@TestComponent
public class SupportWorld {
    private final OrderWorld orders;
    private final Orders placing;
    private final Subscriptions subscriptions;
    private final Associations associations;
    private final Organizations organizations;

    public SupportWorld(
            OrderWorld orders,
            Orders placing,
            Subscriptions subscriptions,
            Associations associations,
            Organizations organizations) {
        this.orders = orders;
        this.placing = placing;
        this.subscriptions = subscriptions;
        this.associations = associations;
        this.organizations = organizations;
    }

    /** A provider, its reseller and their customer, in an installation that has its operator. */
    OrderWorld.Scene scene() {
        operator(organizations);
        return orders.scene(true, false);
    }

    Viewer person(OrganizationId organization, Role role) {
        return orders.person(organization, role);
    }

    /** The operator's global admin; the database of all tests may have no operator yet. */
    Viewer operator() {
        return person(operator(organizations), Role.GLOBAL_ADMIN);
    }

    /** The operator of the installation. */
    public static OrganizationId operator(Organizations organizations) {
        return organizations.ofKind(OrganizationKind.OPERATOR).stream()
                .findFirst()
                .map(known -> known.id())
                .orElseGet(() -> organizations
                        .register(
                                OrganizationId.next(),
                                OrganizationKind.OPERATOR,
                                "Palier Cloud",
                                new Address("FR", "1 place du Palier", null, "Lyon", null, "69002"),
                                Locale.ENGLISH,
                                null,
                                null)
                        .id());
    }

    /** A subscription of the scene's customer; {@code contact} is its support contact, null for the provider. */
    SubscriptionView subscription(OrderWorld.Scene scene, @Nullable OrganizationId contact) {
        placing.place(
                scene.provider(), Uuids.next(), scene.relationship(), List.of(new OrderLine(scene.basic(), 3, null)));
        var bought = subscriptions
                .list(scene.provider(), scene.relationship(), null)
                .rows()
                .getFirst();
        if (contact != null) {
            associations.setSupportContact(scene.provider(), bought.id(), bought.supportContact(), contact, "");
        }
        return subscriptions.get(scene.provider(), bought.id());
    }

    /** The provider takes the support of a subscription back. */
    void handBack(OrderWorld.Scene scene, SubscriptionView subscription) {
        associations.setSupportContact(
                scene.provider(),
                subscription.id(),
                subscription.supportContact(),
                scene.provider().organization(),
                "");
    }

    /** Another reseller of the provider. */
    Viewer partner(OrderWorld.Scene scene) {
        return orders.partner(scene.provider(), false);
    }

    static NewServiceRequest wanted(String title) {
        return new NewServiceRequest(
                SupportTopic.USERS, Severity.MODERATE, title, "Nobody can sign in.", null, Locale.ENGLISH, null);
    }

    static NewServiceRequest wanted(String title, SubscriptionView subscription) {
        return new NewServiceRequest(
                SupportTopic.SUBSCRIPTIONS,
                Severity.CRITICAL,
                title,
                "It has stopped.",
                subscription.id(),
                Locale.FRENCH,
                null);
    }
}
