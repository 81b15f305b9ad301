package io.palier.platform;

import java.util.List;

/** Lines a module wants on the console once Palier is ready: sign-ins of a demo, the token of the first run. */
@FunctionalInterface
public interface StartupNotice {

    List<String> lines();
}
