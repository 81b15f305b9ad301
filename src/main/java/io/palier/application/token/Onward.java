package io.palier.application.token;

/** The page of the portal that leads a browser on to an application, where a redirect may not. */
public final class Onward {
    public static final String PAGE = "/applications/onward";

    /** Request attribute: the whole address to lead to. */
    public static final String TARGET = Onward.class.getName() + ".target";

    private Onward() {}
}
