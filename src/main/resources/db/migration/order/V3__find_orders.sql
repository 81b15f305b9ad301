-- Lists across customers: a provider's, and a customer's with several providers.
create index orders_provider on orders (provider_id, id desc);
create index orders_customer on orders (customer_id, id desc);
