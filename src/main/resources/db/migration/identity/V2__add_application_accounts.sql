-- An API application acts by an account of its own, which nobody can sign in to and no list of people shows.
alter table account add column is_application boolean not null default false;
