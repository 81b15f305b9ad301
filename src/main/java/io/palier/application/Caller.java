package io.palier.application;

import io.palier.identity.Viewer;

/**
 * Who calls the API: a person through an application, or an application by itself.
 *
 * @param viewer the person, or the application's own membership, with the rights held now
 * @param withUser whether the call counts as app+user: made for a person, or by a service account
 * @param mfa whether the person used a second factor; never for an application by itself
 */
public record Caller(Viewer viewer, ApplicationId application, boolean withUser, boolean mfa) {}
