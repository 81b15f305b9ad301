package io.palier.audit.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.audit.ActivityFilter;
import io.palier.audit.ActivityRecord;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the activity log (accounts contract 7.1), in words that every client knows.
 *
 * @param userPrincipalName the person's sign-in name
 * @param applicationid the same again for the Java client, which knows this spelling only
 */
record AuditRecordJson(
        String id,
        OrganizationId partnerId,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable String userPrincipalName,
        @Nullable UUID applicationId,
        @Nullable UUID applicationid,
        String resourceType,
        String operationType,
        String operationStatus,
        @Nullable String resourceOldValue,
        @Nullable String resourceNewValue,
        Instant operationDate,
        List<KeyValue> customizedData,
        Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("AuditRecord");
    private static final String UNDEFINED = "undefined";
    private static final String SPENDING_BUDGET = "update_customer_spending_budget";
    private static final String PARTNER_OF_RECORD = "subscription.partner-of-record-changed";

    /** What a kind of the log is in the contract; what it does not know is undefined, for the Java client throws on it. */
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("customer.added", "add_customer"),
            Map.entry("customer.billing-changed", "update_customer_billing_profile"),
            Map.entry("customer.deleted", "delete_customer"),
            Map.entry("customer.qualification-changed", "update_customer_qualification"),
            Map.entry("customer.budget-changed", SPENDING_BUDGET),
            Map.entry("customer.relationship-removed", "remove_partner_customer_relationship"),
            Map.entry("customer.agreement-attested", "create_agreement"),
            Map.entry("customer.agreement-accepted", "create_agreement"),
            Map.entry("partnership.established", "create_partner_relationship"),
            Map.entry("order.placed", "create_order"),
            Map.entry("order.extended", "update_order"),
            Map.entry("subscription.quantity-changed", "update_subscription"),
            Map.entry("subscription.renamed", "update_subscription"),
            Map.entry("subscription.auto-renew-changed", "update_subscription"),
            Map.entry("subscription.suspended", "update_subscription"),
            Map.entry("subscription.reactivated", "update_subscription"),
            Map.entry("subscription.canceled", "update_subscription"),
            Map.entry("subscription.support-contact-changed", "update_subscription"),
            Map.entry("subscription.upgraded", "upgrade_subscription"),
            Map.entry("subscription.converted", "convert_trial_subscription"),
            Map.entry(PARTNER_OF_RECORD, "update_mpn_association"),
            Map.entry("subscription.license-assigned", "update_customer_user_licenses"),
            Map.entry("subscription.license-revoked", "update_customer_user_licenses"),
            Map.entry("application.registered", "register_application"),
            Map.entry("application.revoked", "unregister_application"),
            Map.entry("application.secret-added", "add_application_credential"),
            Map.entry("application.secret-revoked", "remove_application_credential"));

    /** The contract's word for what a kind's subject is. */
    private static final Map<String, String> RESOURCES = Map.of(
            "customer", "customer",
            "order", "order",
            "subscription", "subscription",
            "partnership", "partner_relationship",
            "application", "application",
            "user", "partner_user");

    /** The log as far as it is about a resource type; one that is none of ours finds nothing. */
    static ActivityFilter about(String resourceType, ActivityFilter filter) {
        var wanted = resourceType.replace("_", "").toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "mpnassociation" -> filter.ofKind(PARTNER_OF_RECORD);
            case "customeruser" -> filter.in("user", true);
            case "partneruser" -> filter.in("user", false);
            default ->
                filter.in(
                        RESOURCES.entrySet().stream()
                                .filter(entry ->
                                        entry.getValue().replace("_", "").equals(wanted))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(UNDEFINED),
                        null);
        };
    }

    /** Palier's own kind, so that nothing is lost. */
    record KeyValue(String key, String value) {}

    static AuditRecordJson of(ActivityRecord line, OrganizationId owner, ClientKind client, JsonMapper json) {
        return new AuditRecordJson(
                line.id().toString(),
                owner,
                line.customerId(),
                line.customer(),
                line.signInName(),
                line.application(),
                client == ClientKind.JAVA_SDK ? line.application() : null,
                resource(line),
                spelled(operation(line), client),
                "succeeded",
                text(line.before(), json),
                text(line.after(), json),
                line.at(),
                List.of(new KeyValue("Kind", line.kind())),
                ATTRIBUTES);
    }

    /** The Java client reads this one only as it misspells it itself. */
    private static String spelled(String operation, ClientKind client) {
        return client == ClientKind.JAVA_SDK && operation.equals(SPENDING_BUDGET)
                ? "update_Customer_spending_budget"
                : operation;
    }

    private static String operation(ActivityRecord line) {
        return line.kind().startsWith("user.") ? user(line) : OPERATIONS.getOrDefault(line.kind(), UNDEFINED);
    }

    /** People of customers and people of partners have operations of their own. */
    private static String user(ActivityRecord line) {
        boolean ofCustomer = line.customer() != null;
        return switch (line.kind()) {
            case "user.added" -> ofCustomer ? "create_customer_user" : "create_partner_user";
            case "user.deleted" -> ofCustomer ? "delete_customer_user" : "remove_partner_user";
            case "user.restored" -> ofCustomer ? "restore_customer_user" : "update_partner_user";
            case "user.sign-in-name-changed" ->
                ofCustomer ? "update_customer_user_principal_name" : "update_partner_user";
            case "user.password-reset" -> ofCustomer ? "reset_customer_user_password" : "update_partner_user";
            default -> ofCustomer ? "update_customer_user" : "update_partner_user";
        };
    }

    static String resource(ActivityRecord line) {
        var subject = line.kind().substring(0, line.kind().indexOf('.'));
        if (subject.equals("user") && line.customer() != null) {
            return "customer_user";
        }
        if (line.kind().equals(PARTNER_OF_RECORD)) {
            return "mpn_association";
        }
        return Optional.ofNullable(RESOURCES.get(subject)).orElse(UNDEFINED);
    }

    private static @Nullable String text(Map<String, Object> fields, JsonMapper json) {
        return fields.isEmpty() ? null : json.writeValueAsString(fields);
    }
}
