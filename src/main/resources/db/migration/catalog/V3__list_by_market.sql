-- A price sheet reads one market in this order.
create index availability_market on availability (market, product_id, sku_id, id);
