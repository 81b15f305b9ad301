package io.palier.insight;

import io.palier.identity.Viewer;
import io.palier.organization.OrganizationKind;

/** The dashboard of one kind of organization. */
interface Board {

    OrganizationKind kind();

    /** Reads only what the viewer's organization may see, and leaves out what the person may not. */
    Dashboard of(Viewer viewer);
}
