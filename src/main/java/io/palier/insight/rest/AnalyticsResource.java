package io.palier.insight.rest;

import io.palier.api.ApiResource;
import io.palier.api.WithUser;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.insight.rest.AnalyticsQuery.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Analytics of a provider's resellers and subscriptions. */
@ApiResource
@WithUser
@RequestMapping("/partner/v1/analytics")
class AnalyticsResource {
    private final AnalyticsRows rows;

    AnalyticsResource(AnalyticsRows rows) {
        this.rows = rows;
    }

    @GetMapping("/indirectresellers")
    Answer resellers(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String top,
            @RequestParam(required = false) @Nullable String skip,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String groupBy,
            @RequestParam(required = false) @Nullable String aggregationLevel,
            @RequestParam(required = false) @Nullable String orderBy,
            HttpServletRequest request) {
        viewer.require(Right.SEE_ANALYTICS);
        var query = AnalyticsQuery.of(AnalyticsFields.RESELLERS, top, skip, filter, groupBy, aggregationLevel, orderBy);
        return query.answer(
                viewer.isProvider() ? rows.resellers(viewer) : List.of(), after -> following(request, after));
    }

    @GetMapping("/subscriptions")
    Answer subscriptions(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String top,
            @RequestParam(required = false) @Nullable String skip,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String groupBy,
            @RequestParam(required = false) @Nullable String aggregationLevel,
            @RequestParam(required = false) @Nullable String orderBy,
            HttpServletRequest request) {
        viewer.require(Right.SEE_ANALYTICS);
        var query =
                AnalyticsQuery.of(AnalyticsFields.SUBSCRIPTIONS, top, skip, filter, groupBy, aggregationLevel, orderBy);
        return query.answer(rows.subscriptions(viewer), after -> following(request, after));
    }

    /** The same address with another number of rows to leave out. */
    private static String following(HttpServletRequest request, int skip) {
        var query = Stream.of(String.valueOf(request.getQueryString()).split("&", -1))
                .filter(part -> !part.toLowerCase(Locale.ROOT).startsWith("skip="))
                .collect(Collectors.joining("&"));
        return request.getRequestURI() + "?" + query + "&skip=" + skip;
    }
}
