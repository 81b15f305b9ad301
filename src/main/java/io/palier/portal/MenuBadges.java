package io.palier.portal;

import io.palier.identity.Viewer;
import java.util.Map;

/** How much waits behind lines of the menu; asked once at every page, so it must cost next to nothing. */
@FunctionalInterface
public interface MenuBadges {

    /** Numbers above 0 by the address of the line, counted up to 99 + 1. */
    Map<String, Integer> of(Viewer viewer);
}
