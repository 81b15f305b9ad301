package io.palier.browser;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What people read, in one of the two languages. The French is written out here as people in the field say it, apart from
 * the message files, so that a test in French also checks them.
 */
final class Words {
    private static final Map<String, String> FRENCH_WORDS = Map.ofEntries(
            // The labels of the field
            Map.entry("Dashboard", "Tableau de bord"),
            Map.entry("Customers", "Clients"),
            Map.entry("Indirect resellers", "Revendeurs indirects"),
            Map.entry("Indirect providers", "Fournisseurs indirects"),
            Map.entry("Request a partnership", "Demander un partenariat"),
            Map.entry("Remove partnership", "Supprimer le partenariat"),
            Map.entry("Open in email", "Ouvrir un courrier électronique"),
            Map.entry("Copy to clipboard", "Copier dans le Presse-papiers"),
            Map.entry("Done", "OK"),
            Map.entry("Submit", "Envoyer"),
            Map.entry("Update", "Mettre à jour"),
            Map.entry("Cancel", "Annuler"),
            Map.entry("Yes", "Oui"),
            Map.entry("Add new customer", "Ajouter un nouveau client"),
            Map.entry("Add customer", "Ajouter un client"),
            Map.entry("New customer", "Nouveau client"),
            Map.entry("Account info", "Informations sur le compte"),
            Map.entry("Next: Subscriptions", "Suivant : abonnements"),
            Map.entry("Next: Review", "Suivant : révision"),
            Map.entry("New subscription", "Nouvel abonnement"),
            Map.entry("Add subscription", "Ajouter un abonnement"),
            Map.entry("Review", "Passer en revue"),
            Map.entry("Confirmation", "Confirmation"),
            Map.entry("Setup info", "Informations de configuration"),
            Map.entry("Request a reseller relationship", "Demander une relation de revendeur"),
            Map.entry("Remove reseller relationship", "Supprimer la relation de revendeur"),
            Map.entry(
                    "Include delegated administration privileges", "Inclure des privilèges d’administration déléguée"),
            Map.entry("Authorize indirect provider", "Autoriser le fournisseur indirect"),
            Map.entry("View customers", "Afficher les clients"),
            Map.entry("Invite new customers", "Inviter de nouveaux clients"),
            Map.entry("Filter by indirect reseller", "Filtrer par revendeur indirect"),
            Map.entry("Export customers", "Exporter les clients"),
            Map.entry("Designated support contact", "Contact de support désigné"),
            Map.entry("Auto-renew", "Renouvellement automatique"),
            Map.entry("Upgrade now", "Mettre à niveau maintenant"),
            Map.entry("Subscriptions", "Abonnements"),
            Map.entry("Order history", "Historique des commandes"),
            Map.entry("Users and licenses", "Utilisateurs et licences"),
            Map.entry("Activity log", "Journal d’activité"),
            Map.entry("User management", "Gestion des utilisateurs"),
            Map.entry("Partner relationships", "Relations de partenariat"),
            Map.entry("Remove delegated admin", "Supprimer l’administrateur délégué"),
            // The portal's own sentences
            Map.entry("Search", "Rechercher"),
            Map.entry("Write the message", "Rédiger le message"),
            Map.entry("Copied to the clipboard.", "Copié dans le Presse-papiers."),
            Map.entry("Sent", "Envoyée"),
            Map.entry("Sign in and go on", "Se connecter et continuer"),
            Map.entry("Enroll as an indirect reseller", "S’inscrire comme revendeur indirect"),
            Map.entry("Enroll now", "S’inscrire maintenant"),
            Map.entry("{0} asks you to be partners", "{0} vous propose un partenariat"),
            Map.entry("Add new customer for {0}", "Ajouter un nouveau client pour {0}"),
            Map.entry("Open {0}", "Ouvrir {0}"),
            Map.entry("Just added", "Vient d’être ajouté"),
            Map.entry("can now manage the customer’s account", "peut désormais gérer le compte"),
            Map.entry("shown once and cannot be shown again", "affiché une seule fois et ne peut plus l’être"),
            Map.entry("The number of licenses is changed.", "Le nombre de licences est modifié."),
            Map.entry("Change password", "Changer le mot de passe"),
            Map.entry("Your password is a temporary one", "Votre mot de passe est temporaire"),
            Map.entry("Add {0}, {1}, {2}", "Ajouter {0}, {1}, {2}"),
            Map.entry("1 year", "1 an"),
            Map.entry("Annual", "Annuelle"),
            Map.entry("Organization profile", "Profil de l’organisation"),
            Map.entry("Save", "Enregistrer"),
            Map.entry("Add user", "Ajouter un utilisateur"),
            Map.entry("Set up", "Configurer"),
            Map.entry("This is not the token on the console.", "Ce n’est pas le jeton affiché sur la console."),
            Map.entry("Palier is set up.", "Palier est configuré."),
            Map.entry("Catalog and prices", "Catalogue et prix"),
            Map.entry("Import a file", "Importer un fichier"),
            Map.entry("Upload and preview", "Charger et prévisualiser"),
            Map.entry("Apply these changes", "Appliquer ces changements"),
            Map.entry("The price list is imported", "La liste de prix est importée"),
            Map.entry("Partners", "Partenaires"),
            Map.entry("New indirect provider", "Nouveau fournisseur indirect"),
            Map.entry("Create", "Créer"),
            Map.entry("Partner created", "Partenaire créé"),
            Map.entry("may not enter into partnerships yet", "ne peut pas encore conclure de partenariat"),
            Map.entry("Approve", "Approuver"),
            Map.entry("Service requests", "Demandes de service"),
            Map.entry("New request", "Nouvelle demande"),
            Map.entry("{0} answers", "{0} vous répond"),
            Map.entry("Service request", "La demande de service"),
            Map.entry("Attention needed", "Attention requise"),
            Map.entry("One service request waits for your answer", "Une demande de service attend votre réponse"),
            Map.entry("Add note and wait for an answer", "Ajouter la note et attendre une réponse"),
            Map.entry("Add note", "Ajouter la note"),
            Map.entry("Your note is added.", "Votre note est ajoutée."),
            Map.entry("Close request", "Fermer la demande"),
            Map.entry("The service request is closed.", "La demande de service est fermée."),
            Map.entry("A note reopens it.", "Une note la rouvre."),
            Map.entry("Ask the operator", "Demander à l’opérateur"),
            Map.entry("Halden Workplace Basic", "Halden Bureau Essentiel"),
            Map.entry("Brume Shield Endpoint", "Brume Bouclier Postes"));

    static final Words ENGLISH = new Words(Locale.ENGLISH);
    static final Words FRENCH = new Words(Locale.FRENCH);

    private final Locale language;

    private Words(Locale language) {
        this.language = language;
    }

    static Words in(String language) {
        return language.equals("fr") ? FRENCH : ENGLISH;
    }

    Locale language() {
        return language;
    }

    /** The words in this language; {0} and so on stand for the arguments. */
    String of(String english, Object... arguments) {
        var pattern = english;
        if (language.equals(Locale.FRENCH)) {
            pattern = Objects.requireNonNull(FRENCH_WORDS.get(english), () -> "No French here for “" + english + "”");
        }
        return arguments.length == 0 ? pattern : MessageFormat.format(pattern, arguments);
    }
}
