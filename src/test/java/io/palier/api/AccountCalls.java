package io.palier.api;

import static io.palier.api.ContractCall.get;
import static io.palier.api.ContractCall.send;
import static io.palier.api.Shape.bareList;
import static io.palier.api.Shape.bareTrue;
import static io.palier.api.Shape.list;
import static io.palier.api.Shape.nothing;
import static io.palier.api.Shape.one;
import static io.palier.api.Shape.plain;

import java.util.List;
import java.util.stream.Stream;

/** What an indirect provider asks most about partners, customers, their users and itself, as the contract's pages write it. */
final class AccountCalls {
    private static final String C = "/v1/customers/{customer}";
    private static final Shape PARTNER =
            list("PartnerRelationship", "id name relationshipType:word state mpnId location");
    private static final String CUSTOMER = "id companyProfile:obj relationshipToPartner:word links:obj";
    private static final String WHOLE_CUSTOMER = CUSTOMER + " commerceId billingProfile:obj allowDelegatedAccess:bool";
    private static final Shape BILLING = one(
            "CustomerBillingProfile",
            "id firstName lastName email culture language companyName defaultAddress:obj links:obj");
    private static final String USER =
            "id userPrincipalName displayName firstName lastName usageLocation userDomainType:word state:word links:obj";
    private static final Shape ROLE = list("DirectoryRole", "id name");
    private static final String MEMBER = "id displayName userPrincipalName roleId";
    private static final String ORGANIZATION =
            "id companyName defaultAddress:obj tenantId language culture profileType links:obj";
    private static final String OWN_BILLING =
            "companyName address:obj billingDay:int billingCurrency profileType links:obj";
    private static final String LEGAL =
            "companyName address:obj companyApproverAddress:obj vettingStatus:word vettingSubStatus:word profileType";

    private AccountCalls() {}

    static Stream<ContractCall> all() {
        return Stream.of(relationships(), customers(), agreements(), users(), roles(), own())
                .flatMap(List::stream);
    }

    private static List<ContractCall> relationships() {
        return List.of(
                get(
                                "GET /relationships",
                                "/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf",
                                PARTNER)
                        .asJava("/v1/relationships?relationship_type=is_indirect_cloud_solution_provider_of"),
                get("GET /customers/{c}/relationships", C + "/relationships", PARTNER),
                get(
                        "GET /customers/relationshiprequests",
                        "/v1/customers/relationshiprequests",
                        one("RelationshipRequest", "url")),
                send(
                        "PATCH /customers/{c}",
                        "PATCH",
                        "/v1/customers/{newCustomer}",
                        "{\"relationshipToPartner\": \"none\", \"attributes\": {\"objectType\": \"Customer\"}}",
                        200,
                        one("Customer", "relationshipToPartner:word")),
                get(
                        "GET /compliance/csp/agreementstatus",
                        "/v1/compliance/csp/agreementstatus?mpnId={mpn}",
                        plain("isAgreementSigned:bool")));
    }

    private static List<ContractCall> customers() {
        return List.of(
                get("GET /customers, with filters", "/v1/customers?size=10", list("Customer", CUSTOMER)),
                get(
                                "GET /customers, with filters",
                                filter("CompanyName", "north", "starts_with"),
                                list("Customer", CUSTOMER))
                        .asJava(
                                "/v1/customers?size=0&filter=%7B%22value%22%3A%22north%22%2C%22field%22%3A%22CompanyName%22"
                                        + "%2C%22fieldType%22%3A%22String%22%2C%22operator%22%3A%22StartsWith%22%7D"),
                get("GET /customers/{c} |", C, one("Customer", WHOLE_CUSTOMER)),
                send(
                        "POST /customers",
                        "POST",
                        "/v1/customers",
                        ApiWorld.customer("{newDomain}.", null).replace("{newDomain}.", "{newDomain}"),
                        201,
                        one("Customer", WHOLE_CUSTOMER + " userCredentials:obj")),
                send("HEAD /domains/{d}", "HEAD", "/v1/domains/{newDomain}", null, 404, nothing()),
                get(
                        "GET /customers/{c}/profiles/company",
                        C + "/profiles/company",
                        one("CustomerCompanyProfile", "tenantId domain companyName address:obj email links:obj")),
                get("GET, PUT /customers/{c}/profiles/billing", C + "/profiles/billing", BILLING),
                send(
                        "GET, PUT /customers/{c}/profiles/billing",
                        "PUT",
                        C + "/profiles/billing",
                        "{customerProfile}",
                        200,
                        BILLING),
                get(
                        "GET /countryvalidationrules/{iso2}",
                        "/v1/countryvalidationrules/FR",
                        one(
                                "CountryInformation",
                                "iso2Code defaultCulture isStateRequired:bool supportedStatesList:arr"
                                        + " supportedLanguagesList:arr supportedCulturesList:arr isPostalCodeRequired:bool"
                                        + " isCityRequired:bool countryCallingCodesList:arr countryCallingCodes:obj")),
                send(
                                "POST /validations/address",
                                "POST",
                                "/v1/validations/address",
                                "{\"addressLine1\": \"4 quai de la Fosse\", \"city\": \"Nantes\", \"postalCode\": \"44000\", \"country\": \"FR\"}",
                                200,
                                plain("originalAddress:obj suggestedAddresses:arr status"))
                        .forJava(bareTrue()),
                get(
                                "GET /customers/{c}/subscribedskus",
                                C + "/subscribedskus?licenseGroupIds=group1&of={subscription}",
                                list(
                                        "SubscribedSku",
                                        "availableUnits:int activeUnits:int consumedUnits:int suspendedUnits:int totalUnits:int"
                                                + " warningUnits:int productSku:obj servicePlans:arr capabilityStatus"))
                        .asJava(C + "/subscribedskus?null=group1&of={subscription}"));
    }

    private static String filter(String field, String value, String operator) {
        return "/v1/customers?size=10&filter=%7B%22Field%22%3A%22" + field + "%22%2C%22Value%22%3A%22" + value
                + "%22%2C%22Operator%22%3A%22" + operator + "%22%7D";
    }

    private static List<ContractCall> agreements() {
        var row = "GET, POST /customers/{c}/agreements";
        var fields = "primaryContact:obj templateId dateAgreed:date type agreementLink";
        return List.of(
                get(
                        "GET /agreements",
                        "/v1/agreements?agreementType=*",
                        list("AgreementMetaData", "templateId agreementType agreementLink versionRank:int")),
                send(
                        row,
                        "POST",
                        "/v1/customers/{newCustomer}/agreements",
                        """
                        {"templateId": "{template}", "dateAgreed": "2026-02-03T00:00:00", "type": "MicrosoftCustomerAgreement",
                         "primaryContact": {"firstName": "Ada", "lastName": "Moss", "email": "ada@lakeside.example"}}""",
                        201,
                        one("Agreement", fields + " userId")),
                get(row, C + "/agreements?agreementType=MicrosoftCustomerAgreement", list("Agreement", fields)));
    }

    private static List<ContractCall> users() {
        var many = "GET, POST /customers/{c}/users";
        var one = "GET, PATCH, DELETE /customers/{c}/users/{u}";
        var licenses = "GET /customers/{c}/users/{u}/licenses";
        return List.of(
                get(
                        many,
                        C + "/users?size=100&sortField=DisplayName&sortDirection=ascending",
                        list("CustomerUser", USER)),
                get(
                                many,
                                C
                                        + "/users?size=500&filter=%7B%22Field%22%3A%22UserState%22%2C%22Value%22%3A%22Inactive%22%2C%22Operator%22%3A%22equals%22%7D",
                                list())
                        .asJava(
                                C
                                        + "/users?size=0&filter=%7B%22value%22%3A%22Inactive%22%2C%22field%22%3A%22UserStatus%22%2C%22fieldType%22%3A%22String%22%2C%22operator%22%3A%22equals%22%7D"),
                send(many, "POST", C + "/users", """
                        {"usageLocation": "FR", "userPrincipalName": "{newName}@{customerDomain}", "displayName": "Zo\u00e9 Roux",
                         "firstName": "Zo\u00e9", "lastName": "Roux",
                         "passwordProfile": {"password": "Password!1", "forceChangePassword": true}}""", 201, one("CustomerUser", USER + " passwordProfile:obj")),
                get(one, C + "/users/{user}", one("CustomerUser", USER)),
                send(
                        one,
                        "PATCH",
                        C + "/users/{user}",
                        "{\"displayName\": \"Tim R. Reed\", \"state\": \"active\", \"userDomainType\": \"none\"}",
                        200,
                        one("CustomerUser", USER)),
                send(one, "PATCH", C + "/users/{user}", "{newUserBody}", 200, one("CustomerUser", USER)),
                send(one, "DELETE", C + "/users/{newUser}", null, 204, nothing()),
                send(
                        licenses,
                        "POST",
                        C + "/users/{user}/licenseupdates",
                        "{\"licensesToAssign\": [{\"skuId\": \"{subscription}\", \"excludedPlans\": null}], \"licensesToRemove\": null}",
                        201,
                        one("LicenseUpdate", "licensesToAssign:arr licenseWarnings:arr")),
                get(
                                licenses,
                                C + "/users/{user}/licenses?licenseGroupIds=group1",
                                list("License", "servicePlans:arr productSku:obj"))
                        .asJava(C + "/users/{user}/licenses?licenseGroupIds=group1&licenseGroupIds=group2"));
    }

    private static List<ContractCall> roles() {
        var admin = "/directoryroles/62e90394-69f5-4237-9190-012177145e10/usermembers";
        var members = "GET, POST, DELETE directoryroles/{r}/usermembers";
        var roles = "GET /customers/{c}/directoryroles, users/{u}/directoryroles";
        return List.of(
                get(roles, C + "/directoryroles", ROLE),
                send(
                        members,
                        "POST",
                        C + admin,
                        "{\"id\": \"{user}\", \"displayName\": \"Tim\", \"userPrincipalName\": \"tim@{customerDomain}\"}",
                        201,
                        one("UserMember", MEMBER)),
                get(roles, C + "/users/{user}/directoryroles", ROLE),
                get(members, C + admin, list("UserMember", MEMBER)),
                send(members, "DELETE", C + admin + "/{user}", null, 204, nothing()));
    }

    private static List<ContractCall> own() {
        var row = "GET, PUT /profiles/organization, billing, support, legalbusiness";
        var hooks = "/webhooks/v1/registration";
        var hook = plain("WebhookUrl WebhookEvents:arr");
        var body = "{\"WebhookUrl\": \"https://hooks.example/\", \"WebhookEvents\": [\"test-created\"]}";
        return List.of(
                get(row, "/v1/profiles/organization", one("OrganizationProfile", ORGANIZATION)),
                send(
                        row,
                        "PUT",
                        "/v1/profiles/organization",
                        "{organizationProfile}",
                        200,
                        one("OrganizationProfile", ORGANIZATION)),
                get(row, "/v1/profiles/billing", one("BillingProfile", OWN_BILLING)),
                send(row, "PUT", "/v1/profiles/billing", "{billingProfile}", 200, one("BillingProfile", OWN_BILLING)),
                get(row, "/v1/profiles/legalbusiness?vettingVersion=Current", one("LegalBusinessProfile", LEGAL)),
                send(
                        row,
                        "PUT",
                        "/v1/profiles/legalbusiness",
                        "{legalProfile}",
                        200,
                        one("LegalBusinessProfile", LEGAL)),
                send(
                                row,
                                "PUT",
                                "/v1/profiles/supportprofile",
                                "{\"email\": \"help@contoso.example\", \"telephone\": \"9234567890\", \"website\": \"www.contoso.example\"}",
                                200,
                                one("PartnerSupportProfile", "email telephone website profileType"))
                        .asJava("/v1/profiles/support"),
                get(row, "/v1/profiles/support", one("PartnerSupportProfile", "email telephone website profileType")),
                get(
                        "GET /profiles/mpn",
                        "/v1/profiles/mpn?mpnId={mpn}",
                        one("MpnProfile", "mpnId partnerName profileType")),
                get(
                                "GET /auditrecords",
                                "/v1/auditrecords?startDate={today}&size=20",
                                list(
                                        "AuditRecord",
                                        "id partnerId resourceType:word operationType:word operationStatus:word operationDate:date customizedData:arr"))
                        .asJava("/v1/auditrecords?startDate={dayOfYear}&size=20"),
                send("/webhooks/v1/registration", "POST", hooks, body, 200, hook),
                send("/webhooks/v1/registration", "PUT", hooks, body, 200, hook),
                get("/webhooks/v1/registration", hooks, hook),
                get("/webhooks/v1/registration", hooks + "/events", bareList()),
                send(
                        "/webhooks/v1/registration",
                        "POST",
                        hooks + "/validationEvents",
                        null,
                        200,
                        plain("correlationId")),
                get(
                        "/webhooks/v1/registration",
                        hooks + "/validationEvents/{newValidation}",
                        plain("correlationId partnerId status results:arr")));
    }
}
