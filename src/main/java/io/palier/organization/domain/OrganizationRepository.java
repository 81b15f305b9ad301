package io.palier.organization.domain;

import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Organizations by id; which of them a viewer may see is decided by the modules that hold the relationships. */
public interface OrganizationRepository extends Repository<Organization, OrganizationId> {
    Optional<Organization> findById(OrganizationId id);

    List<Organization> findByIdIn(Collection<OrganizationId> ids);

    List<Organization> findFirst200ByKindOrderBySortName(OrganizationKind kind);

    Organization save(Organization organization);
}
