package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** Places orders of two lines, each credited to a reseller, for one of many customers. */
final class Trade {
    private final Client client;
    private final String token;
    private final List<String> customers;
    private final List<String> offers;

    private Trade(Client client, String token, List<String> customers, List<String> offers) {
        this.client = client;
        this.token = token;
        this.customers = customers;
        this.offers = offers;
    }

    static Trade of(Product palier, List<String> customers) throws Exception {
        var client = palier.client();
        var token = palier.token();
        return new Trade(
                client,
                token,
                customers,
                offers(client.get(token, "/v1/customers/" + customers.getFirst() + "/offers")));
    }

    private static List<String> offers(JsonNode catalog) throws IOException {
        var offers = new ArrayList<String>();
        for (var offer : catalog.path("items")) {
            if (isOrdinary(offer)) {
                offers.add(offer.path("id").asString());
            }
        }
        if (offers.size() < 2) {
            throw new IOException("The catalog has no two ordinary offers.");
        }
        return offers;
    }

    private static boolean isOrdinary(JsonNode offer) {
        return !offer.path("isAddOn").asBoolean()
                && !offer.path("isTrial").asBoolean()
                && offer.path("minimumQuantity").asInt() <= 5
                && offer.path("maximumQuantity").asInt() >= 300
                && offer.path("supportedBillingCycles").toString().contains("\"monthly\"");
    }

    void order() throws IOException, InterruptedException {
        var random = ThreadLocalRandom.current();
        var customer = customers.get(random.nextInt(customers.size()));
        int first = random.nextInt(offers.size());
        int second = (first + 1 + random.nextInt(offers.size() - 1)) % offers.size();
        int quantity = random.nextInt(5, 300);
        var body = "{\"billingCycle\":\"monthly\",\"lineItems\":[" + line(0, first, quantity) + ","
                + line(1, second, quantity) + "]}";
        client.post(
                token,
                "/v1/customers/" + customer + "/orders",
                body,
                UUID.randomUUID().toString());
    }

    private String line(int number, int offer, int quantity) {
        return "{\"lineItemNumber\":" + number + ",\"offerId\":\"" + offers.get(offer) + "\",\"quantity\":" + quantity
                + ",\"partnerIdOnRecord\":\"" + Product.RESELLER + "\"}";
    }
}
