package io.palier.api;

import static io.palier.api.ContractCall.get;
import static io.palier.api.ContractCall.send;
import static io.palier.api.Shape.list;
import static io.palier.api.Shape.one;
import static io.palier.api.Shape.plain;

import java.util.List;
import java.util.stream.Stream;

/** What an indirect provider asks most about the catalog, orders, subscriptions and figures, as the contract's pages write it. */
final class CommerceCalls {
    private static final String C = "/v1/customers/{customer}";
    private static final String S = C + "/subscriptions/{subscription}";
    private static final String NEW = C + "/subscriptions/{newSubscription}";
    private static final String SKU = "/products/{product}/skus/0001";
    private static final String OFFER = "id name minimumQuantity:int maximumQuantity:int rank:int uri locale country"
            + " category:obj limitUnitOfMeasure limit:int prerequisiteOffers:arr isAddOn:bool hasAddOns:bool"
            + " isAvailableForPurchase:bool billing:word supportedBillingCycles:arr isAutoRenewable:bool"
            + " upgradeTargetOffers:arr salesGroupId isTrial:bool product:obj unitType links:obj";
    private static final Shape CATEGORIES = list("OfferCategory", "id name rank:int locale country");
    private static final String PRODUCT =
            "id title description productType:obj isMicrosoftProduct:bool publisherName links:obj";
    private static final String SKUS = "id productId title description minimumQuantity:int maximumQuantity:int"
            + " isTrial:bool supportedBillingCycles:arr purchasePrerequisites:arr dynamicAttributes:obj links:obj";
    private static final String AVAILABILITY = "id productId skuId catalogItemId segment:word country"
            + " isPurchasable:bool isRenewable:bool defaultCurrency:obj terms:arr product:obj sku:obj links:obj";
    private static final String CART = "id creationTimestamp:date lastModifiedTimestamp:date expirationTimestamp:date"
            + " lastModifiedUser status lineItems:arr links:obj";
    private static final String ORDER = "id alternateId referenceCustomerId billingCycle:word lineItems:arr"
            + " transactionType creationDate:date status:word links:obj";
    private static final String SUBSCRIPTION = "id offerId offerName entitlementId friendlyName quantity:int unitType"
            + " productType:obj orderId hasPurchasableAddons:bool creationDate:date effectiveStartDate:date"
            + " commitmentEndDate:date status:word autoRenewEnabled:bool isTrial:bool billingType:word"
            + " billingCycle:word termDuration isMicrosoftProduct:bool publisherName suspensionReasons:arr"
            + " contractType:word refundOptions:arr actions:arr links:obj";
    private static final Shape UPGRADED = one(
            "UpgradeResult",
            "sourceSubscriptionId targetSubscriptionId upgradeType:word upgradeErrors:arr licenseErrors:arr");
    private static final String TRANSITION = "operationId fromSubscriptionId toCatalogItemId toSubscriptionId"
            + " quantity:int termDuration billingCycle:word transitionType:word events:arr";

    private static final Shape FAULT = plain("code:int description data:arr source");

    private CommerceCalls() {}

    static Stream<ContractCall> all() {
        return Stream.of(catalog(), carts(), orders(), subscriptions(), changes(), figures())
                .flatMap(List::stream);
    }

    private static List<ContractCall> catalog() {
        var offers = "GET /offers, /offers/{id}, /offers/{id}/addons";
        var products = "GET /products, skus, availabilities";
        var ofCustomer = "GET /customers/{c}/products, skus, availabilities";
        var shelf = "GET /customers/{c}/offers, offercategories";
        return List.of(
                get(offers, "/v1/offers?country=FR&size=2&offset=0", list("Offer", OFFER)),
                get(offers, "/v1/offers?country=FR&offer_category_id=SmallBusiness_Key&size=2", list("Offer", OFFER)),
                get(offers, "/v1/offers/{item}?country=FR", one("Offer", OFFER)),
                get(offers, "/v1/offers/{item}/addons?country=FR", list("Offer", OFFER)),
                get("GET /offercategories", "/v1/offercategories?country=FR", CATEGORIES),
                get(shelf, C + "/offers", list("Offer", OFFER)),
                get(shelf, C + "/offercategories", CATEGORIES),
                get(products, "/v1/products?country=FR&targetView=OnlineServices", list("Product", PRODUCT)),
                get(products, "/v1/products/{product}?country=FR", one("Product", PRODUCT)),
                get(products, "/v1/products/{product}/skus?country=FR&targetSegment=commercial", list("Sku", SKUS)),
                get(products, "/v1" + SKU + "?country=FR", one("Sku", SKUS)),
                get(products, "/v1" + SKU + "/availabilities?country=FR", list("Availability", AVAILABILITY)),
                get(
                        products,
                        "/v1" + SKU + "/availabilities/{availability}?country=FR",
                        one("Availability", AVAILABILITY)),
                get(ofCustomer, C + "/products?targetView=OnlineServices", list("Product", PRODUCT)),
                get(ofCustomer, C + "/products/{product}", one("Product", PRODUCT)),
                get(ofCustomer, C + "/products/{product}/skus", list("Sku", SKUS)),
                get(ofCustomer, C + SKU, one("Sku", SKUS)),
                get(ofCustomer, C + SKU + "/availabilities", list("Availability", AVAILABILITY)),
                get(ofCustomer, C + SKU + "/availabilities/{availability}", one("Availability", AVAILABILITY)));
    }

    private static List<ContractCall> carts() {
        var row = "POST /customers/{c}/carts";
        var body = """
                {"lineItems": [{"id": 0, "catalogItemId": "{item}", "friendlyName": "Myofferpurchase", "quantity": 1,
                  "billingCycle": "annual", "participants": [{"key": "transaction_reseller", "value": "{mpn}"}]}]}""";
        return List.of(
                send(row, "POST", C + "/carts", body, 201, one("Cart", CART)),
                get(row, C + "/carts/{cart}", one("Cart", CART)),
                send(row, "PUT", C + "/carts/{cart}", body, 200, one("Cart", CART)),
                send(row, "PUT", C + "/carts/{cart}", "{newCartBody}", 200, one("Cart", CART)),
                send(
                        "POST carts/{id}/checkout",
                        "POST",
                        C + "/carts/{newCart}/checkout",
                        null,
                        201,
                        one("CartCheckoutResult", "orders:arr orderErrors:arr")));
    }

    private static List<ContractCall> orders() {
        var row = "POST, GET /customers/{c}/orders";
        var one = "GET orders/{o}; provisioningstatus";
        return List.of(
                send(row, "POST", C + "/orders", """
                        {"referenceCustomerId": "{customer}", "billingCycle": "annual", "lineItems": [{"lineItemNumber": 0,
                          "offerId": "{item}", "friendlyName": "new offer purchase", "quantity": 5, "partnerIdOnRecord": "{mpn}"}]}""", 201, one("Order", ORDER)),
                get(row, C + "/orders?include_price=true", list("Order", ORDER)),
                get(row, C + "/orders?billingType=annual", list("Order", ORDER)),
                get(one, C + "/orders/{order}", one("Order", ORDER)),
                get(
                        one,
                        C + "/orders/{order}/provisioningstatus",
                        list(
                                "OrderLineItemProvisioningStatus",
                                "lineItemNumber:int status quantityProvisioningInformation:arr")),
                send(
                        "PATCH orders/{o}",
                        "PATCH",
                        C + "/orders/{newOrder}",
                        "{\"status\": \"cancelled\"}",
                        200,
                        one("Order", ORDER)),
                send(
                        "POST /partners/validateresellers",
                        "POST",
                        "/v1/partners/validateresellers",
                        "{\"partnerIds\": [\"{mpn}\"]}",
                        200,
                        list(null, "partnerId isValid:bool")));
    }

    private static List<ContractCall> subscriptions() {
        var many = "GET /customers/{c}/subscriptions, by order and partner";
        var one = "GET, PATCH subscriptions/{s}";
        var contact = one("SupportContact", "supportTenantId name links:obj");
        return List.of(
                get(many, C + "/subscriptions?of={subscription}", list("Subscription", SUBSCRIPTION)),
                get(many, C + "/subscriptions?order_id={order}", list("Subscription", SUBSCRIPTION)),
                get(many, C + "/subscriptions?mpn_id={mpn}", list("Subscription", SUBSCRIPTION)),
                get(one, S, one("Subscription", SUBSCRIPTION)),
                send(
                        one,
                        "PATCH",
                        NEW,
                        "{\"friendlyName\": \"Crew\", \"quantity\": 6}",
                        200,
                        one("Subscription", SUBSCRIPTION)),
                send(one, "PATCH", S, "{newSubscriptionBody}", 200, one("Subscription", SUBSCRIPTION)),
                send(one, "PATCH", NEW, "{\"status\": \"suspended\"}", 200, one("Subscription", SUBSCRIPTION)),
                get(
                        "GET subscriptions/{s}/addons",
                        C + "/subscriptions/{base}/addons",
                        list("Subscription", SUBSCRIPTION)),
                get("GET, PUT subscriptions/{s}/supportcontact", S + "/supportcontact", contact),
                send(
                        "GET, PUT subscriptions/{s}/supportcontact",
                        "PUT",
                        S + "/supportcontact",
                        "{\"supportTenantId\": \"{reseller}\", \"supportMpnId\": \"{mpn}\", \"name\": \"Fabrikam\"}",
                        200,
                        contact),
                get(
                        "GET subscriptions/{s}/provisioningstatus",
                        S + "/provisioningstatus",
                        one("SubscriptionProvisioningStatus", "skuId status:word quantity:int endDate:date")));
    }

    private static List<ContractCall> changes() {
        var upgrades = "GET, POST subscriptions/{s}/upgrades";
        var transitions = "GET, POST subscriptions/{s}/transitions";
        var conversions = "GET, POST subscriptions/{s}/conversions";
        var trial = "/v1/customers/{trialCustomer}/subscriptions/{trial}/conversions";
        var going = "/v1/customers/{goingCustomer}/subscriptions/{going}";
        return List.of(
                get(
                        upgrades,
                        NEW + "/upgrades",
                        list(
                                "Upgrade",
                                "targetOffer:obj upgradeType:word isEligible:bool quantity:int upgradeErrors:arr")),
                send(
                        upgrades,
                        "POST",
                        "/v1/customers/{upgradedCustomer}/subscriptions/{upgraded}/upgrades",
                        "{newUpgradeBody}",
                        200,
                        UPGRADED),
                get(
                        transitions,
                        going + "/transitionEligibilities?eligibilityType=immediate",
                        list(null, "catalogItemId title quantity:int eligibilities:arr")),
                send(
                        transitions,
                        "POST",
                        going + "/transitions",
                        "{\"toCatalogItemId\": \"{better}\", \"quantity\": 5, \"transitionType\": \"transition_with_license_transfer\"}",
                        200,
                        one("Transition", TRANSITION)),
                get(transitions, going + "/transitions", list("Transition", TRANSITION)),
                get(
                        conversions,
                        trial,
                        list("Conversion", "offerId targetOfferId orderId quantity:int billingCycle:word")),
                send(
                        conversions,
                        "POST",
                        trial,
                        "{newConversionBody}",
                        200,
                        one("ConversionResult", "subscriptionId offerId targetOfferId")));
    }

    private static List<ContractCall> figures() {
        var analytics = "/partner/v1/analytics";
        var rows = plain("value:arr items:arr totalCount:int");
        return List.of(
                get("GET /invoices, /invoices/{id}", "/v1/invoices?size=10&offset=0", list()),
                send(
                                "GET /invoices/{id}/lineitems",
                                "GET",
                                "/v1/invoices/G1/lineitems?provider=onetime&invoicelineitemtype=billinglineitems",
                                null,
                                404,
                                FAULT)
                        .asJava("/v1/invoices/G1/lineitems/onetime/BILLINGLINEITEMS"),
                get(
                        "GET /invoices/summary, summaries, estimates/links",
                        "/v1/invoices/summary",
                        one("InvoiceSummary", "balanceAmount:num currencyCode details:arr links:obj")),
                get("GET /invoices/summary, summaries, estimates/links", "/v1/invoices/summaries", list()),
                get("GET /partner/v1/analytics/indirectresellers", analytics + "/indirectresellers?top=10", rows),
                get("GET /partner/v1/analytics/subscriptions", analytics + "/subscriptions?top=10", rows));
    }
}
