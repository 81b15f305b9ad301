package io.palier.portal;

/**
 * One line of the menu.
 *
 * @param order where it stands, small first: 10 dashboard, 20 customers, 30 partners, 35 service requests, 40 subscriptions and orders,
 *     50 a customer's partners, 60 catalog, 70 users and account, 80 activity, 90 installation
 * @param label message key
 * @param href where it leads; the entry is marked on all pages below
 * @param icon name of a Tabler icon, without {@code ti-}
 */
public record MenuEntry(int order, String label, String href, String icon) {}
