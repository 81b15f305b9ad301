package io.palier.organization.domain;

import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.OrganizationView;
import io.palier.organization.SupportProfile;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;

/** A company that takes part. Its kind and country never change. */
@SuppressWarnings("UnusedVariable") // some fields only the database reads
public class Organization {
    private final @Id OrganizationId id;
    private final OrganizationKind kind;
    private String name;

    @SuppressWarnings("UnusedVariable") // the database sorts by it
    private String sortName;

    @Embedded.Empty(prefix = "address_")
    private Address address;

    private String language;
    private final @Nullable String currency;
    private @Nullable String locationPartnerId;

    @Embedded.Empty(prefix = "support_")
    private SupportProfile support;

    private OrganizationView.Status status;

    @Column("status_reason")
    private @Nullable String statusReason;

    private final Instant createdAt;
    private @Version int version;

    @PersistenceCreator
    Organization(
            OrganizationId id,
            OrganizationKind kind,
            String name,
            String sortName,
            Address address,
            String language,
            @Nullable String currency,
            @Nullable String locationPartnerId,
            SupportProfile support,
            OrganizationView.Status status,
            @Nullable String statusReason,
            Instant createdAt) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.sortName = sortName;
        this.address = address;
        this.language = language;
        this.currency = currency;
        this.locationPartnerId = locationPartnerId;
        this.support = support;
        this.status = status;
        this.statusReason = statusReason;
        this.createdAt = createdAt;
    }

    public static Organization register(
            OrganizationId id,
            OrganizationKind kind,
            String name,
            Address address,
            Locale language,
            @Nullable String currency,
            @Nullable String locationPartnerId,
            Instant now) {
        return new Organization(
                id,
                kind,
                name,
                SearchText.fold(name),
                address,
                language.getLanguage(),
                currency,
                locationPartnerId,
                SupportProfile.NONE,
                OrganizationView.Status.ACTIVE,
                null,
                now);
    }

    /** Renames and moves within the country. */
    public void describe(String newName, Address newAddress, Locale newLanguage) {
        if (!newAddress.country().equals(address.country())) {
            throw Refusal.invalid("address.country", "organization.country-is-fixed");
        }
        name = newName;
        sortName = SearchText.fold(newName);
        address = newAddress;
        language = newLanguage.getLanguage();
    }

    public void support(SupportProfile profile) {
        support = profile;
    }

    public void suspend(String reason) {
        status = OrganizationView.Status.SUSPENDED;
        statusReason = reason;
    }

    public void reinstate() {
        status = OrganizationView.Status.ACTIVE;
        statusReason = null;
    }

    public OrganizationView view() {
        return new OrganizationView(
                id,
                kind,
                name,
                address,
                Locale.of(language),
                currency,
                locationPartnerId,
                support,
                status,
                statusReason,
                createdAt,
                version);
    }
}
