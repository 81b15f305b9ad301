alter table installation add column second_factor_for_partners boolean not null default false;
