package io.palier.organization;

import io.palier.organization.domain.Organization;
import io.palier.organization.domain.OrganizationRepository;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to organizations. It knows no viewers: callers are modules that have already established, through a
 * relationship, that the viewer may see the organization.
 */
@Service
@Transactional
public class Organizations {
    private final OrganizationRepository repository;
    private final JdbcClient jdbc;
    private final Clock clock;

    Organizations(OrganizationRepository repository, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Registers an organization.
     *
     * @param currency ISO 4217; needed for providers, null for others
     * @throws Refusal invalid, field {@code locationPartnerId}, if another organization has that id
     */
    public OrganizationView register(
            OrganizationId id,
            OrganizationKind kind,
            String name,
            Address address,
            Locale language,
            @Nullable String currency,
            @Nullable String locationPartnerId) {
        try {
            return repository
                    .save(Organization.register(
                            id, kind, name, address, language, currency, locationPartnerId, clock.instant()))
                    .view();
        } catch (DuplicateKeyException e) {
            throw Refusal.invalid("locationPartnerId", "organization.location-partner-id-taken");
        }
    }

    /**
     * The organization with that id.
     *
     * @throws Refusal not found
     */
    @Transactional(readOnly = true)
    public OrganizationView get(OrganizationId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<OrganizationView> find(OrganizationId id) {
        return repository.findById(id).map(Organization::view);
    }

    /** Several at once, for lists; ids that do not exist are left out. */
    @Transactional(readOnly = true)
    public Map<OrganizationId, OrganizationView> byId(Collection<OrganizationId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return repository.findByIdIn(ids).stream()
                .map(Organization::view)
                .collect(Collectors.toMap(OrganizationView::id, view -> view));
    }

    /** The first 200 organizations of a kind by name: providers and the operator, which are few. */
    @Transactional(readOnly = true)
    public List<OrganizationView> ofKind(OrganizationKind kind) {
        return repository.findFirst200ByKindOrderBySortName(kind).stream()
                .map(Organization::view)
                .toList();
    }

    /**
     * Changes name, address and language.
     *
     * @throws Refusal changed meanwhile, if {@code version} is not the present one
     */
    public OrganizationView describe(OrganizationId id, int version, String name, Address address, Locale language) {
        return change(id, version, organization -> organization.describe(name, address, language));
    }

    /**
     * Changes whom others ask for help.
     *
     * @throws Refusal changed meanwhile, if {@code version} is not the present one
     */
    public OrganizationView support(OrganizationId id, int version, SupportProfile profile) {
        return change(id, version, organization -> organization.support(profile));
    }

    /** Stops an organization from acting; what it has stays. Suspending twice is no change. */
    public OrganizationView suspend(OrganizationId id, int version, String reason) {
        return change(id, version, organization -> organization.suspend(reason));
    }

    public OrganizationView reinstate(OrganizationId id, int version) {
        return change(id, version, Organization::reinstate);
    }

    /** Whether nobody has this domain yet; upper and lower case are the same. */
    @Transactional(readOnly = true)
    public boolean isFree(String domain) {
        return jdbc.sql("select not exists (select from organization_domain where domain = :domain::citext)")
                .param("domain", domain)
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives the organization a domain, kept in lower case.
     *
     * @throws Refusal invalid, field {@code domain}, if another organization has it
     */
    public void addDomain(OrganizationId organization, String domain, boolean primary) {
        try {
            jdbc.sql(
                            "insert into organization_domain (domain, organization_id, is_primary) values (:domain, :id, :primary)")
                    .param("domain", domain.toLowerCase(Locale.ROOT))
                    .param("id", organization.value())
                    .param("primary", primary)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.invalid("domain", "organization.domain-taken");
        }
    }

    /** Domains of an organization, the primary one first; at most 100. */
    @Transactional(readOnly = true)
    public List<String> domains(OrganizationId organization) {
        return jdbc.sql("""
                        select domain::text from organization_domain where organization_id = :id
                        order by is_primary desc, domain limit 100""")
                .param("id", organization.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Whose domain this is; upper and lower case are the same. */
    @Transactional(readOnly = true)
    public Optional<OrganizationId> ofDomain(String domain) {
        return jdbc.sql("select organization_id from organization_domain where domain = :domain::citext")
                .param("domain", domain)
                .query((row, n) -> new OrganizationId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Deletes an organization with its domains for good; who calls has seen to it that nothing else knows it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(OrganizationId id) {
        jdbc.sql("delete from organization_domain where organization_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("delete from organization where id = :id")
                .param("id", id.value())
                .update();
    }

    private OrganizationView change(OrganizationId id, int version, Consumer<Organization> change) {
        var organization = repository.findById(id).orElseThrow(Refusal::notFound);
        if (organization.view().version() != version) {
            throw Refusal.changedMeanwhile();
        }
        change.accept(organization);
        return repository.save(organization).view();
    }
}
