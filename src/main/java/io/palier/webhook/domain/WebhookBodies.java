package io.palier.webhook.domain;

import io.palier.organization.OrganizationId;
import io.palier.platform.Origin;
import io.palier.webhook.DeliveryId;
import io.palier.webhook.WebhookEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is posted: the contract's PascalCase object, which names a thing and holds none of its data. */
@Component
public class WebhookBodies {
    private final Origin origin;
    private final JsonMapper json;

    WebhookBodies(Origin origin, JsonMapper json) {
        this.origin = origin;
        this.json = json;
    }

    public String test(DeliveryId id, Instant at) {
        return body(WebhookEvent.TEST_CREATED, "/webhooks/v1/registration/validationEvents/" + id, "test", at);
    }

    /** Something of a customer's: {@code subscriptions}, or the customer itself. */
    public String ofCustomer(WebhookEvent event, OrganizationId customer, String rest, String resource, Instant at) {
        return body(event, "/v1/customers/" + customer + rest, resource, at);
    }

    private String body(WebhookEvent event, String path, String resource, Instant at) {
        var body = new LinkedHashMap<String, Object>();
        body.put("EventName", event.code());
        body.put("ResourceUri", origin.get() + path);
        body.put("ResourceName", resource);
        body.put("AuditUri", null);
        body.put("ResourceChangeUtcDate", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
        return json.writeValueAsString(body);
    }
}
