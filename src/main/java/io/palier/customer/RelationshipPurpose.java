package io.palier.customer;

import io.palier.agreement.AgreementKind;
import io.palier.agreement.AgreementVersion;
import io.palier.agreement.Agreements;
import io.palier.customer.domain.RelationshipStore;
import io.palier.customer.domain.WantedStore;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationId;
import io.palier.invitation.InvitationMessage;
import io.palier.invitation.InvitationPurpose;
import io.palier.invitation.Invited;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.organization.Region;
import io.palier.partner.Partnerships;
import io.palier.platform.mail.MailMessage;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Relationship requests among invitations: partners ask a customer of the same region, whose global admin answers. */
@Component
class RelationshipPurpose implements InvitationPurpose {
    static final String CODE = "relationship-request";

    private final WantedStore store;
    private final RelationshipStore relationships;
    private final RelationshipAcceptance acceptance;
    private final Organizations organizations;
    private final Partnerships partnerships;
    private final Agreements agreements;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RelationshipPurpose(
            WantedStore store,
            RelationshipStore relationships,
            RelationshipAcceptance acceptance,
            Organizations organizations,
            Partnerships partnerships,
            Agreements agreements,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.relationships = relationships;
        this.acceptance = acceptance;
        this.organizations = organizations;
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String list() {
        return "/customers/requests";
    }

    @Override
    public String afterwards() {
        return "/partner-relationships";
    }

    @Override
    public String template() {
        return "customer/invitation";
    }

    @Override
    public void requireSeeing(Viewer viewer) {
        if (!viewer.isProvider() && !viewer.isReseller()) {
            throw Refusal.notFound();
        }
        viewer.require(Right.SEE_CUSTOMERS);
    }

    @Override
    public Right asking(InvitationId id) {
        return wanted(id).delegated() ? Right.REQUEST_DELEGATED_ADMINISTRATION : Right.REQUEST_RELATIONSHIP;
    }

    @Override
    public Right answering() {
        return Right.ANSWER_RELATIONSHIP_REQUEST;
    }

    @Override
    public InvitationMessage standard(Viewer viewer, InvitationId id, Locale language) {
        return standard(viewer, wanted(id), language);
    }

    InvitationMessage standard(Viewer viewer, WantedRelationship wanted, Locale language) {
        var asked = asked(List.of(wanted)).get(wanted);
        Objects.requireNonNull(asked);
        Object[] names = {asked.providerName(), Objects.requireNonNullElse(asked.resellerName(), "")};
        var what = messages.getMessage("customer.request.standard-what." + asked.key(), names, language);
        return new InvitationMessage(
                messages.getMessage(
                        "customer.request.standard-subject", new Object[] {viewer.organizationName()}, language),
                messages.getMessage(
                        "customer.request.standard-text",
                        new Object[] {what, viewer.displayName(), viewer.organizationName(), MailMessage.LINK},
                        language));
    }

    @Override
    public AskedRelationship asked(@Nullable Viewer viewer, Invited invited) {
        var wanted = wanted(invited.id());
        var asked = Objects.requireNonNull(asked(List.of(wanted)).get(wanted));
        if (viewer == null || !viewer.isCustomer()) {
            return asked;
        }
        var present = present(viewer, wanted);
        return new AskedRelationship(
                asked.providerName(),
                asked.providerCountry(),
                asked.resellerName(),
                asked.delegated(),
                replaced(present, wanted),
                agreement(viewer, wanted));
    }

    /** What each of these asks for; what it means to a customer left out. */
    Map<InvitationId, AskedRelationship> asked(Collection<InvitationId> ids) {
        var wanted = store.find(ids);
        var named = asked(List.copyOf(wanted.values()));
        Map<InvitationId, AskedRelationship> asked = new HashMap<>();
        wanted.forEach((id, one) -> asked.put(id, Objects.requireNonNull(named.get(one))));
        return asked;
    }

    private Map<WantedRelationship, AskedRelationship> asked(List<WantedRelationship> all) {
        var names = organizations.byId(all.stream()
                .flatMap(wanted -> Stream.of(wanted.provider(), wanted.reseller()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<WantedRelationship, AskedRelationship> asked = new HashMap<>();
        for (var wanted : all) {
            asked.put(wanted, asked(wanted, names));
        }
        return asked;
    }

    private static AskedRelationship asked(WantedRelationship wanted, Map<OrganizationId, OrganizationView> names) {
        var provider = Objects.requireNonNull(names.get(wanted.provider()));
        var reseller = wanted.reseller() == null ? null : names.get(wanted.reseller());
        return new AskedRelationship(
                provider.name(),
                provider.address().country(),
                reseller == null ? null : reseller.name(),
                wanted.delegated(),
                null,
                null);
    }

    @Override
    public List<String> obstacles(Viewer viewer, Invited invited) {
        var wanted = wanted(invited.id());
        var provider = organizations.get(wanted.provider());
        var obstacles = new ArrayList<String>();
        var own = organizations.get(viewer.organization());
        if (!Region.isSame(own.address().country(), provider.address().country())) {
            obstacles.add("region");
        }
        if (!provider.isActive()) {
            obstacles.add("provider-suspended");
        }
        if (wanted.reseller() != null && !partnerships.isActive(provider.id(), wanted.reseller())) {
            obstacles.add("no-partnership");
        }
        if (isGranted(present(viewer, wanted), wanted)) {
            obstacles.add("already");
        }
        return obstacles;
    }

    @Override
    public void accept(Viewer viewer, Invited invited, @Nullable UUID agreement) {
        acceptance.accept(viewer, invited.id(), wanted(invited.id()), agreement);
        answered(viewer, invited, null);
    }

    @Override
    public void decline(Viewer viewer, Invited invited, String reason) {
        answered(viewer, invited, reason);
    }

    private void answered(Viewer viewer, Invited invited, @Nullable String reason) {
        var wanted = wanted(invited.id());
        events.publishEvent(new RelationshipRequestAnswered(
                invited.id(),
                wanted.provider(),
                wanted.reseller(),
                viewer.organization(),
                viewer.organizationName(),
                reason == null,
                reason,
                clock.instant()));
    }

    private WantedRelationship wanted(InvitationId id) {
        var wanted = store.find(List.of(id)).get(id);
        if (wanted == null) {
            throw Refusal.notFound();
        }
        return wanted;
    }

    private @Nullable CustomerView present(Viewer viewer, WantedRelationship wanted) {
        return relationships.find(wanted.provider(), viewer.organization()).orElse(null);
    }

    /** Whether nothing would change. */
    private static boolean isGranted(@Nullable CustomerView present, WantedRelationship wanted) {
        if (present == null || (wanted.delegated() && !present.delegatedToProvider())) {
            return false;
        }
        return wanted.reseller() == null
                || (wanted.reseller().equals(present.reseller())
                        && (!wanted.delegated() || present.delegatedToReseller()));
    }

    private static @Nullable String replaced(@Nullable CustomerView present, WantedRelationship wanted) {
        return present == null || wanted.reseller() == null || wanted.reseller().equals(present.reseller())
                ? null
                : present.resellerName();
    }

    private @Nullable AgreementVersion agreement(Viewer viewer, WantedRelationship wanted) {
        return relationships.isAgreed(wanted.provider(), viewer.organization())
                ? null
                : agreements.current(AgreementKind.CUSTOMER, viewer.locale());
    }
}
