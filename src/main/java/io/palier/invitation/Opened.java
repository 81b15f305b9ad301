package io.palier.invitation;

/**
 * Invitations that an organization has looked at and not answered.
 *
 * @param count at most 20
 * @param first where the oldest of them is answered; a page of the portal
 */
public record Opened(int count, String first) {}
