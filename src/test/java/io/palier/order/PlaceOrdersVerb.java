package io.palier.order;

import io.palier.platform.Verb;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

/** Places orders from several threads until it is killed, and prints the id of each one that was acknowledged. */
@Command(name = "place-orders-until-killed", hidden = true)
public final class PlaceOrdersVerb implements Verb {

    static final String NAME = "place-orders-until-killed";
    static final int LINES = 2;
    private static final int THREADS = 3;

    @Override
    public int run(ApplicationContext application, PrintWriter out) {
        var scene = application
                .getAutowireCapableBeanFactory()
                .createBean(OrderWorld.class)
                .scene(true, false);
        var orders = application.getBean(Orders.class);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(() -> place(orders, scene, out));
            }
        }
        return 0;
    }

    private static void place(Orders orders, OrderWorld.Scene scene, PrintWriter out) {
        var reseller = scene.reseller().organization();
        var lines = List.of(new OrderLine(scene.basic(), 5, reseller), new OrderLine(scene.plus(), 2, reseller));
        while (true) {
            var placed = orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), lines);
            out.println("order " + placed.id());
            out.flush();
        }
    }
}
