package io.palier.application;

import io.palier.identity.Role;
import java.util.List;
import java.util.Set;

/**
 * What is decided at an application's registration and can be changed later.
 *
 * @param name 1 to 100 characters
 * @param redirectAddresses at most 20, https or loopback
 */
public record ApplicationDetails(
        String name, List<String> redirectAddresses, Set<Role> roles, boolean serviceAccount) {}
