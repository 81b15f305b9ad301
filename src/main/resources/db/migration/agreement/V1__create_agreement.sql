create table agreement_version (
    id           uuid primary key,
    kind         text not null check (kind in ('PARTNER', 'CUSTOMER')),
    number       integer not null check (number > 0),
    published_at timestamptz not null,
    unique (kind, number)
);

create table agreement_text (
    version_id uuid not null references agreement_version (id),
    language   text not null check (language in ('en', 'fr')),
    title      text not null check (length(title) between 1 and 200),
    text       text not null check (length(text) between 1 and 100000),
    primary key (version_id, language)
);

-- Sample texts, so that an installation can be tried; an operator publishes its own.
insert into agreement_version (id, kind, number, published_at) values
    ('01939000-0000-7000-8000-000000000001', 'PARTNER', 1, '2026-01-01T00:00:00Z'),
    ('01939000-0000-7000-8000-000000000002', 'CUSTOMER', 1, '2026-01-01T00:00:00Z');

insert into agreement_text (version_id, language, title, text) values
('01939000-0000-7000-8000-000000000001', 'en', 'Partner agreement (sample)',
'This is a sample text. The operator of this portal replaces it with its own before doing business.

1. What you may do. As a partner you may offer the cloud services of this portal to customers of your own, together with the indirect providers you work with.

2. What you owe customers. You tell customers truthfully what they buy, from whom and at what price; you help them, or say who does.

3. Access. You use a customer’s account only for what the customer allowed, with named persons, and give it up when the customer asks.

4. End. Either side can end this agreement in writing. Services already ordered run to the end of their term.'),
('01939000-0000-7000-8000-000000000001', 'fr', 'Contrat partenaire (modèle)',
'Ce texte est un modèle. L’exploitant de ce portail le remplace par le sien avant toute activité commerciale.

1. Vos droits. En tant que partenaire, vous pouvez proposer les services cloud de ce portail à vos propres clients, avec les fournisseurs indirects de votre choix.

2. Vos devoirs envers les clients. Vous dites honnêtement aux clients ce qu’ils achètent, à qui et à quel prix ; vous les aidez ou leur indiquez qui le fera.

3. Accès. Vous n’utilisez le compte d’un client que pour ce qu’il a autorisé, par des personnes désignées, et vous y renoncez dès qu’il le demande.

4. Fin. Chaque partie peut mettre fin à ce contrat par écrit. Les services déjà commandés courent jusqu’à leur terme.'),
('01939000-0000-7000-8000-000000000002', 'en', 'Customer agreement (sample)',
'This is a sample text. The operator of this portal replaces it with its own before doing business.

1. The service. Your provider orders cloud services for you, for the quantity and the term you agreed on.

2. Payment. You pay your provider, or the reseller it works with, what was agreed for each term.

3. Your data. What you store in the services stays yours. Persons you authorize may administer your account until you withdraw that right.

4. End. At the end of a term you may let a service lapse. Your data can then be fetched for a while before it is deleted.'),
('01939000-0000-7000-8000-000000000002', 'fr', 'Contrat client (modèle)',
'Ce texte est un modèle. L’exploitant de ce portail le remplace par le sien avant toute activité commerciale.

1. Le service. Votre fournisseur commande pour vous des services cloud, pour la quantité et la durée convenues.

2. Paiement. Vous payez à votre fournisseur, ou au revendeur avec lequel il travaille, ce qui a été convenu pour chaque période.

3. Vos données. Ce que vous stockez dans les services vous appartient. Les personnes que vous autorisez peuvent administrer votre compte jusqu’à ce que vous retiriez ce droit.

4. Fin. À l’échéance, vous pouvez laisser un service s’éteindre. Vos données restent alors récupérables un certain temps avant d’être supprimées.');
