package io.palier.partner.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Etag;
import io.palier.api.Fault;
import io.palier.api.Link;
import io.palier.api.WithUser;
import io.palier.identity.OwnOrganization;
import io.palier.identity.UserView;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.Address;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.organization.SupportProfile;
import io.palier.partner.Enrollments;
import io.palier.partner.Partnerships;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The caller's own organization in the profiles of the contract (accounts contract 6), read from one place. */
@ApiResource
class ProfileResource {
    private static final Fault.Code UNKNOWN_MPN = Fault.Code.of(404, 3000);

    private final Organizations organizations;
    private final Partnerships partnerships;
    private final Users users;
    private final OwnOrganization ownOrganization;
    private final Enrollments enrollments;

    ProfileResource(
            Organizations organizations,
            Partnerships partnerships,
            Users users,
            OwnOrganization ownOrganization,
            Enrollments enrollments) {
        this.organizations = organizations;
        this.partnerships = partnerships;
        this.users = users;
        this.ownOrganization = ownOrganization;
        this.enrollments = enrollments;
    }

    /** An address in a profile. */
    record AddressJson(
            @Nullable String country,
            @Nullable String city,
            @Nullable String state,
            @Nullable String addressLine1,
            @Nullable String addressLine2,
            @Nullable String postalCode) {
        static AddressJson of(Address address) {
            return new AddressJson(
                    address.country(),
                    address.city(),
                    address.state(),
                    address.line1(),
                    address.line2(),
                    address.postalCode());
        }

        Address address() {
            return new Address(
                    Objects.requireNonNullElse(country, ""),
                    Objects.requireNonNullElse(addressLine1, ""),
                    addressLine2,
                    Objects.requireNonNullElse(city, ""),
                    state,
                    postalCode);
        }
    }

    /** Who is written to: the person who calls. */
    record ContactJson(
            String firstName,
            String lastName,
            String email,
            @Nullable String phoneNumber) {
        static ContactJson of(UserView user) {
            var email = user.contactEmail();
            return new ContactJson(user.firstName(), user.lastName(), email == null ? user.signInName() : email, null);
        }
    }

    /** {@code profiles/organization}. */
    record OrganizationProfileJson(
            String id,
            String companyName,
            AddressJson defaultAddress,
            String tenantId,
            @Nullable String domain,
            @Nullable String email,
            String language,
            String culture,
            String profileType,
            Map<String, Link> links,
            Attributes attributes) {}

    @GetMapping("/v1/profiles/organization")
    @WithUser
    OrganizationProfileJson organization(Viewer viewer) {
        var own = organizations.get(viewer.organization());
        var language = own.language().getLanguage();
        return new OrganizationProfileJson(
                own.id().toString(),
                own.name(),
                AddressJson.of(own.address()),
                own.id().toString(),
                organizations.domains(own.id()).stream().findFirst().orElse(null),
                own.support().email(),
                language,
                language + "-" + own.address().country(),
                "OrganizationProfile",
                Link.self("/profiles/organization"),
                attributes("OrganizationProfile", own));
    }

    /** Address and language; the name is the operator's to change. */
    @PutMapping({"/v1/profiles/organization", "/v1/profiles/legalbusiness", "/v1/profiles/billing"})
    @WithUser
    Object change(Viewer viewer, HttpServletRequest request, @RequestBody ChangeJson body) {
        var own = organizations.get(viewer.organization());
        body.requireMatch(Etag.of(own.id(), own.version()));
        body.requireName(own.name());
        ownOrganization.move(viewer, own.version(), body.address(own.address()), body.language(own.language()));
        var path = request.getRequestURI().toLowerCase(Locale.ROOT);
        if (path.contains("legalbusiness")) {
            return legalBusiness(viewer);
        }
        return path.contains("billing") ? billing(viewer) : organization(viewer);
    }

    /** What of a profile sent back can be changed. */
    record ChangeJson(
            @Nullable String companyName,
            @Nullable AddressJson defaultAddress,
            @Nullable AddressJson address,
            @Nullable String language,
            @Nullable Attributes attributes) {

        void requireMatch(Etag now) {
            var sent = attributes;
            now.requireMatch(sent == null ? null : sent.etag());
        }

        void requireName(String now) {
            var name = companyName;
            if (name != null && !name.strip().equals(now)) {
                throw new Fault(Fault.Code.UNSUPPORTED, "The operator changes the name of a company.", "companyName");
            }
        }

        Address address(Address now) {
            var sent = defaultAddress == null ? address : defaultAddress;
            return sent == null ? now : sent.address();
        }

        Locale language(Locale now) {
            return Languages.find(language).orElse(now);
        }
    }

    /** {@code profiles/support}: what customers are shown when they need help. */
    record SupportProfileJson(
            @Nullable String email,
            @Nullable String telephone,
            @Nullable String website,
            @Nullable String profileType,
            @Nullable Map<String, Link> links,
            @Nullable Attributes attributes) {}

    @GetMapping({"/v1/profiles/support", "/v1/profiles/supportprofile"})
    @WithUser
    SupportProfileJson support(Viewer viewer) {
        var own = organizations.get(viewer.organization());
        return new SupportProfileJson(
                own.support().email(),
                own.support().phone(),
                own.support().website(),
                "SupportProfile",
                Link.self("/profiles/support"),
                attributes("PartnerSupportProfile", own));
    }

    /** The contract puts to one address and its clients to the other. */
    @PutMapping({"/v1/profiles/support", "/v1/profiles/supportprofile"})
    @WithUser
    SupportProfileJson changeSupport(Viewer viewer, @RequestBody SupportProfileJson body) {
        var own = organizations.get(viewer.organization());
        var sent = body.attributes();
        Etag.of(own.id(), own.version()).requireMatch(sent == null ? null : sent.etag());
        ownOrganization.support(
                viewer, own.version(), new SupportProfile(body.email(), body.telephone(), body.website()));
        return support(viewer);
    }

    /** {@code profiles/legalbusiness}. */
    record LegalBusinessProfileJson(
            String companyName,
            AddressJson address,
            @Nullable ContactJson primaryContact,
            AddressJson companyApproverAddress,
            @Nullable String companyApproverEmail,
            String vettingStatus,
            String vettingSubStatus,
            String profileType,
            Map<String, Link> links,
            Attributes attributes) {}

    @GetMapping("/v1/profiles/legalbusiness")
    LegalBusinessProfileJson legalBusiness(Viewer viewer) {
        var own = organizations.get(viewer.organization());
        var contact = contact(viewer);
        return new LegalBusinessProfileJson(
                own.name(),
                AddressJson.of(own.address()),
                contact,
                AddressJson.of(own.address()),
                contact == null ? null : contact.email(),
                vetting(viewer),
                "none",
                "LegalBusinessProfile",
                Link.self("/profiles/legalbusiness"),
                attributes("LegalBusinessProfile", own));
    }

    /** {@code profiles/billing}. */
    record BillingProfileJson(
            String companyName,
            AddressJson address,
            @Nullable ContactJson primaryContact,
            int billingDay,
            @Nullable String billingCurrency,
            String profileType,
            Map<String, Link> links,
            Attributes attributes) {}

    @GetMapping("/v1/profiles/billing")
    @WithUser
    BillingProfileJson billing(Viewer viewer) {
        var own = organizations.get(viewer.organization());
        return new BillingProfileJson(
                own.name(),
                AddressJson.of(own.address()),
                contact(viewer),
                1,
                own.currency(),
                "BillingProfile",
                Link.self("/profiles/billing"),
                attributes("BillingProfile", own));
    }

    /** {@code profiles/mpn}. */
    record MpnProfileJson(
            String mpnId, String partnerName, String profileType, Map<String, Link> links, Attributes attributes) {}

    /** The own location partner id, or whether a partner has one. */
    @GetMapping("/v1/profiles/mpn")
    @WithUser
    MpnProfileJson mpn(Viewer viewer, @RequestParam(required = false) @Nullable String mpnId) {
        var own = organizations.get(viewer.organization());
        if (mpnId == null || mpnId.isBlank() || mpnId.strip().equals(own.locationPartnerId())) {
            var id = own.locationPartnerId();
            if (id == null) {
                throw new Fault(UNKNOWN_MPN, "Your organization has no partner id.");
            }
            return mpn(id, own.name());
        }
        var partner = partnerships.resellers(viewer, List.of(mpnId.strip())).get(mpnId.strip());
        if (partner == null) {
            throw new Fault(UNKNOWN_MPN, "No partner of yours has this id.", mpnId);
        }
        return mpn(partner.locationPartnerId(), partner.name());
    }

    /** A reseller's enrollment is examined; whoever else is here was let in by the operator. */
    private String vetting(Viewer viewer) {
        return enrollments
                .own(viewer)
                .map(enrollment -> switch (enrollment.state()) {
                    case PENDING -> "pending";
                    case APPROVED -> "authorized";
                    case REFUSED -> "rejected";
                })
                .orElse("authorized");
    }

    private static MpnProfileJson mpn(String id, String name) {
        return new MpnProfileJson(
                id, name, "MpnProfile", Link.self("/profiles/mpn?mpnId=" + id), Attributes.of("MpnProfile"));
    }

    /** None for an application that acts by itself. */
    private @Nullable ContactJson contact(Viewer viewer) {
        return users.find(viewer.organization(), viewer.membership())
                .map(ContactJson::of)
                .orElse(null);
    }

    private static Attributes attributes(String type, OrganizationView own) {
        return Attributes.of(type, Etag.of(own.id(), own.version()));
    }
}
