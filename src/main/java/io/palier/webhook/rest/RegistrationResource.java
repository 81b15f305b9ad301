package io.palier.webhook.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.identity.Viewer;
import io.palier.webhook.DeliveryId;
import io.palier.webhook.DeliveryView;
import io.palier.webhook.Registration;
import io.palier.webhook.WebhookEvent;
import io.palier.webhook.Webhooks;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** The caller's webhook (accounts contract 7.2); registrations are PascalCase, unlike the rest of the contract. */
@ApiResource
@RequestMapping("/webhooks/v1/registration")
class RegistrationResource {
    private final Webhooks webhooks;

    RegistrationResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** Where and of what. */
    record RegistrationJson(
            @JsonProperty("SubscriberId") @Nullable String subscriberId,
            @JsonProperty("WebhookUrl") @Nullable String webhookUrl,
            @JsonProperty("WebhookEvents") @Nullable List<String> webhookEvents,

            @JsonProperty("SignatureTokenToMsSignatureHeader") @Nullable
            Boolean signatureTokenToMsSignatureHeader) {}

    /** That a test event is on its way. */
    record TestJson(String correlationId) {}

    /** What became of a test event. */
    record ValidationJson(
            String correlationId,
            String partnerId,
            String status,
            @Nullable String callbackUrl,
            List<ResultJson> results) {}

    /** One try. */
    record ResultJson(String responseCode, String responseMessage, boolean systemError, Instant dateTimeUtc) {}

    @GetMapping("/events")
    List<String> events() {
        return WebhookEvent.codes();
    }

    @GetMapping
    RegistrationJson get(Viewer viewer) {
        var found = webhooks.registration(viewer)
                .orElseThrow(() -> new Fault(Fault.Code.NOT_FOUND, "There is no registration yet."));
        return json(viewer, found);
    }

    @PostMapping
    RegistrationJson register(Viewer viewer, @RequestBody RegistrationJson body) {
        return save(viewer, body);
    }

    @PutMapping
    RegistrationJson change(Viewer viewer, @RequestBody RegistrationJson body) {
        return save(viewer, body);
    }

    private RegistrationJson save(Viewer viewer, RegistrationJson body) {
        var url = body.webhookUrl();
        var names = body.webhookEvents();
        if (url == null || names == null) {
            throw new Fault(
                    Fault.Code.INVALID_PROPERTY,
                    "WebhookUrl and WebhookEvents are needed.",
                    url == null ? "WebhookUrl" : "WebhookEvents");
        }
        var events = EnumSet.noneOf(WebhookEvent.class);
        for (var name : names) {
            events.add(WebhookEvent.of(String.valueOf(name))
                    .orElseThrow(() -> new Fault(Fault.Code.UNKNOWN_VALUE, "There is no such event.", name)));
        }
        var wanted =
                new Registration(url.strip(), events, Boolean.TRUE.equals(body.signatureTokenToMsSignatureHeader()));
        webhooks.register(viewer, wanted);
        return json(viewer, wanted);
    }

    private static RegistrationJson json(Viewer viewer, Registration registration) {
        return new RegistrationJson(
                viewer.organization().toString(),
                registration.url(),
                registration.events().stream().map(WebhookEvent::code).toList(),
                registration.ownHeader());
    }

    @PostMapping("/validationevents")
    TestJson test(Viewer viewer) {
        return new TestJson(webhooks.test(viewer).toString());
    }

    @GetMapping("/validationevents/{delivery}")
    ValidationJson validation(Viewer viewer, @PathVariable DeliveryId delivery) {
        var found = webhooks.delivery(viewer, delivery);
        return new ValidationJson(
                delivery.toString(),
                viewer.organization().toString(),
                status(found.status()),
                found.attempts().isEmpty() ? null : found.attempts().getLast().url(),
                found.attempts().stream().map(RegistrationResource::result).toList());
    }

    private static String status(DeliveryView.Status status) {
        return switch (status) {
            case WAITING -> "pending";
            case DELIVERED -> "completed";
            case PARKED -> "failed";
        };
    }

    private static ResultJson result(DeliveryView.Attempt attempt) {
        var code = attempt.responseCode();
        boolean delivered = code != null && code >= 200 && code < 300;
        return new ResultJson(
                delivered ? "OK" : String.valueOf(code),
                delivered ? "" : attempt.message(),
                code == null,
                attempt.at());
    }
}
