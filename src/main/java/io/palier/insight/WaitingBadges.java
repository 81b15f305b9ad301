package io.palier.insight;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.MenuBadges;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for the viewer's answer, at the menu: requests to approve, enrollments. */
@Component
class WaitingBadges implements MenuBadges {
    private final JdbcClient jdbc;

    WaitingBadges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> of(Viewer viewer) {
        if (viewer.isProvider() && viewer.may(Right.PLACE_ORDER)) {
            return badge("/order-requests", requests(viewer));
        }
        if (viewer.isOperator() && viewer.may(Right.MANAGE_PARTNERS)) {
            return badge("/operator/enrollments", enrollments());
        }
        return Map.of();
    }

    private static Map<String, Integer> badge(String href, int count) {
        return count == 0 ? Map.of() : Map.of(href, count);
    }

    private int requests(Viewer viewer) {
        return jdbc.sql("""
                        select count(*) from (
                            select from order_request_view where provider_id = :viewer and status = 'OPEN' limit 100) as open""")
                .param("viewer", viewer.organization().value())
                .query(Integer.class)
                .single();
    }

    private int enrollments() {
        return jdbc.sql("""
                        select count(*) from (
                            select from enrollment_view where state = 'PENDING' limit 100) as pending""").query(Integer.class).single();
    }
}
