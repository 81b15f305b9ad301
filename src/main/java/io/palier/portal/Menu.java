package io.palier.portal;

import io.palier.identity.Viewer;
import java.util.List;

/** What a module adds to the menu; every bean of this type is asked at every page, so it must not ask the database. */
@FunctionalInterface
public interface Menu {

    /** The lines this viewer may follow; none for others. */
    List<MenuEntry> entries(Viewer viewer);
}
