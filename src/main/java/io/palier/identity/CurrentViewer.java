package io.palier.identity;

import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The viewer of the present request, for what no controller hands on: page frames, language, time zone. */
public final class CurrentViewer {

    private CurrentViewer() {}

    /** Empty on public pages and outside a request. */
    public static Optional<Viewer> find() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable(
                        (Viewer) request.getAttribute(Viewer.class.getName(), RequestAttributes.SCOPE_REQUEST));
    }
}
