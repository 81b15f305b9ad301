package io.palier.demo;

import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The customers of the sample world. */
final class Clientele {

    /**
     * One customer.
     *
     * @param reseller who looks after it and is credited; null for the provider itself
     * @param sku number of the offer it begins with, into the provider's offers by title
     * @param licenses how many it begins with; 0 for a customer that has not accepted the agreement
     */
    record Customer(
            String name,
            String prefix,
            Address address,
            String firstName,
            String lastName,
            Locale language,
            @Nullable OrganizationId reseller,
            int sku,
            int licenses) {}

    static final Customer NORTHWIND = french(
            "Northwind Traders",
            "northwind",
            "18 rue Kervégan",
            "Nantes",
            "44000",
            "Nora",
            "Vidal",
            Cast.FABRIKAM,
            1,
            25);

    static final Customer TAILSPIN =
            american("Tailspin Toys", "tailspin", "77 Mill Lane", "Portland", "OR", "97201", "Tom", "Sayer", 2, 40);

    static final List<Customer> OF_CONTOSO = List.of(
            french(
                    "Atelier Bellanger",
                    "bellanger",
                    "4 rue des Forges",
                    "Rennes",
                    "35000",
                    "Aude",
                    "Bellanger",
                    Cast.FABRIKAM,
                    0,
                    12),
            french(
                    "Boulangerie Cormier",
                    "cormier",
                    "31 rue Haute",
                    "Vannes",
                    "56000",
                    "Paul",
                    "Cormier",
                    Cast.FABRIKAM,
                    3,
                    6),
            french(
                    "Cabinet Delmas",
                    "delmas",
                    "9 place Foch",
                    "Angers",
                    "49100",
                    "Inès",
                    "Delmas",
                    Cast.FABRIKAM,
                    2,
                    18),
            french(
                    "Clinique des Tilleuls",
                    "tilleuls",
                    "60 avenue Jean-Jaurès",
                    "Lyon",
                    "69007",
                    "Marc",
                    "Aubry",
                    Cast.LITWARE,
                    4,
                    85),
            french(
                    "Domaine Estève",
                    "esteve",
                    "2 chemin des Vignes",
                    "Beaune",
                    "21200",
                    "Jeanne",
                    "Estève",
                    Cast.LITWARE,
                    1,
                    9),
            french(
                    "Éditions Faubourg",
                    "faubourg",
                    "14 rue du Faubourg",
                    "Paris",
                    "75010",
                    "Léo",
                    "Garnier",
                    null,
                    5,
                    33),
            french(
                    "Garage Hamelin",
                    "hamelin",
                    "120 route de Brest",
                    "Quimper",
                    "29000",
                    "Yann",
                    "Hamelin",
                    Cast.FABRIKAM,
                    0,
                    5),
            french(
                    "Hôtel du Phare",
                    "phare",
                    "1 quai du Port",
                    "La Rochelle",
                    "17000",
                    "Clara",
                    "Moulin",
                    Cast.FABRIKAM,
                    6,
                    22),
            french(
                    "Imprimerie Jolivet",
                    "jolivet",
                    "45 rue Gutenberg",
                    "Tours",
                    "37000",
                    "Hugo",
                    "Jolivet",
                    null,
                    2,
                    14),
            french(
                    "Laiterie du Morvan",
                    "morvan",
                    "8 route du Lac",
                    "Autun",
                    "71400",
                    "Anne",
                    "Perrot",
                    Cast.LITWARE,
                    3,
                    48),
            french(
                    "Mutuelle Ouest Santé",
                    "ouestsante",
                    "200 boulevard Victor-Hugo",
                    "Nantes",
                    "44200",
                    "Denis",
                    "Le Gall",
                    Cast.FABRIKAM,
                    7,
                    160),
            french(
                    "Notaires Poncet",
                    "poncet",
                    "3 cours Mirabeau",
                    "Aix-en-Provence",
                    "13100",
                    "Élise",
                    "Poncet",
                    Cast.LITWARE,
                    1,
                    7),
            french(
                    "Transports Quentin",
                    "quentin",
                    "15 rue de l’Industrie",
                    "Lille",
                    "59000",
                    "Bruno",
                    "Quentin",
                    Cast.LITWARE,
                    4,
                    0));

    static final List<Customer> OF_WINGTIP = List.of(
            american("Alder Brewing", "alder", "12 Dock Road", "Tacoma", "WA", "98402", "Amy", "Alder", 0, 15),
            american(
                    "Birchwood Clinic",
                    "birchwood",
                    "300 Cedar Avenue",
                    "Spokane",
                    "WA",
                    "99201",
                    "Ben",
                    "Hart",
                    3,
                    60),
            american(
                    "Copperline Studio",
                    "copperline",
                    "9 Foundry Street",
                    "Denver",
                    "CO",
                    "80202",
                    "Cora",
                    "Lane",
                    1,
                    8),
            american("Driftwood Outdoors", "driftwood", "41 Pine Street", "Bend", "OR", "97701", "Dan", "Reyes", 4, 27),
            american("Elm Street School", "elmstreet", "5 Elm Street", "Boise", "ID", "83702", "Eve", "Novak", 5, 110),
            american("Foxglove Legal", "foxglove", "88 Court Plaza", "Chicago", "IL", "60601", "Finn", "Murray", 2, 19),
            american(
                    "Granite Builders",
                    "granite",
                    "640 Quarry Road",
                    "Salt Lake City",
                    "UT",
                    "84101",
                    "Gail",
                    "Stone",
                    6,
                    0));

    private Clientele() {}

    private static Customer french(
            String name,
            String prefix,
            String line,
            String city,
            String postalCode,
            String firstName,
            String lastName,
            @Nullable OrganizationId reseller,
            int sku,
            int licenses) {
        var address = new Address("FR", line, null, city, null, postalCode);
        return new Customer(name, prefix, address, firstName, lastName, Locale.FRENCH, reseller, sku, licenses);
    }

    private static Customer american(
            String name,
            String prefix,
            String line,
            String city,
            String state,
            String postalCode,
            String firstName,
            String lastName,
            int sku,
            int licenses) {
        var address = new Address("US", line, null, city, state, postalCode);
        return new Customer(name, prefix, address, firstName, lastName, Locale.ENGLISH, null, sku, licenses);
    }
}
