-- SQL door to what is sold; prices are asked for at the Java door.
create view sku_view as select product_id, id as sku_id, is_add_on as add_on from sku;
