package io.palier.api;

import static io.palier.api.ContractCall.get;
import static io.palier.api.ContractCall.send;
import static io.palier.api.Shape.bareList;
import static io.palier.api.Shape.bareText;
import static io.palier.api.Shape.list;
import static io.palier.api.Shape.one;
import static io.palier.api.Shape.plain;

import java.util.List;
import java.util.stream.Stream;

/** What an indirect provider asks now and then, as the contract's pages write it; and what is refused. */
final class UsefulCalls {
    private static final String ROW = "useful";
    private static final String C = "/v1/customers/{customer}";
    private static final String REQUEST =
            "id title description severity:word status:word supportTopicId createdDate:date lastModifiedDate:date";

    private UsefulCalls() {}

    static Stream<ContractCall> all() {
        return Stream.of(help(), customers(), figures()).flatMap(List::stream);
    }

    private static List<ContractCall> help() {
        return List.of(
                get(ROW, "/v1/servicerequests/supporttopics", list(null, "id name")),
                send(ROW, "POST", "/v1/servicerequests/en-US", """
                        {"title": "Mail delayed", "description": "Since this morning.", "severity": "critical",
                         "supportTopicId": "{topic}", "status": "none", "createdDate": "0001-01-01T00:00:00"}""", 201, one("ServiceRequest", REQUEST)),
                get(ROW, "/v1/servicerequests?size=10&offset=0", list("ServiceRequest", "id title status:word")),
                get(ROW, C + "/servicerequests", list()),
                get(ROW, "/v1/servicerequests/{request}", one("ServiceRequest", REQUEST)),
                send(ROW, "PATCH", "/v1/servicerequests/{request}", """
                        {"newNote": {"text": "Still."}, "severity": "unknown", "status": "none",
                         "createdDate": "0001-01-01T00:00:00", "lastClosedDate": "0001-01-01T00:00:00"}""", 200, one("ServiceRequest", REQUEST)),
                send(
                        ROW,
                        "PATCH",
                        "/v1/servicerequests/{request}",
                        "{\"status\": \"closed\"}",
                        200,
                        one("ServiceRequest", REQUEST + " lastClosedDate:date")));
    }

    private static List<ContractCall> customers() {
        return List.of(
                send(ROW, "PUT", C + "/qualification", "\"education\"", 200, bareText()),
                get(ROW, C + "/qualification", bareText()),
                get(ROW, C + "/qualifications", bareList()),
                get(ROW, C + "/managedservices", list()),
                get(ROW, C + "/entitlements?entitlementtype=software&showExpiry=true", list()),
                get(ROW, C + "/directSignedMicrosoftCustomerAgreementStatus", plain("isSigned:bool")),
                get(
                        ROW,
                        "/v1/agreementtemplates/{template}/document?language=en-US&country=US",
                        plain("displayUri downloadUri language country")));
    }

    private static List<ContractCall> figures() {
        var costs = plain("pretaxTotal:num tax:num afterTaxTotal:num currencyCode customerId details:arr");
        return List.of(
                get(ROW, C + "/servicecosts/mostrecent", costs).asJava(C + "/servicecosts/most_recent"),
                get(ROW, C + "/servicecosts/mostrecent/lineitems", list())
                        .asJava(C + "/servicecosts/most_recent/lineitems"),
                get(ROW, "/v1/analytics/licenses/deployment", list()),
                get(ROW, C + "/analytics/licenses/usage", list()),
                get(ROW, "/v1/customers/usagerecords", list()),
                get(ROW, "/v1/serviceincidents/office", list()),
                send(
                        ROW,
                        "GET",
                        "/v1/ratecards/azure?currency=EUR&region=FR",
                        null,
                        400,
                        plain("code:int description data:arr source")));
    }
}
