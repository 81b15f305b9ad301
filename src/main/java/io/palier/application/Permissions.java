package io.palier.application;

import io.palier.application.domain.ApplicationStore;
import io.palier.identity.Viewer;
import io.palier.identity.Viewers;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.shared.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person reads before letting an application act for them. */
@Service
@Transactional(readOnly = true)
public class Permissions {
    private final ApplicationStore store;
    private final Organizations organizations;
    private final Viewers viewers;

    Permissions(ApplicationStore store, Organizations organizations, Viewers viewers) {
        this.store = store;
        this.organizations = organizations;
        this.viewers = viewers;
    }

    /**
     * Who asks for the person's permission.
     *
     * @param as whom the application would act as; empty if the person has no part in the organization
     */
    public record Question(ApplicationView application, OrganizationView organization, Optional<Viewer> as) {}

    /**
     * What the person is asked to permit.
     *
     * @throws Refusal not found, for an unknown or revoked application
     */
    public Question ask(Viewer viewer, ApplicationId id) {
        var application = store.find(id).filter(known -> !known.isRevoked()).orElseThrow(Refusal::notFound);
        var as =
                viewers.membership(viewer.account(), application.organization()).flatMap(viewers::find);
        return new Question(application, organizations.get(application.organization()), as);
    }
}
