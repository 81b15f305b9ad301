package bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A wire to PostgreSQL that counts how often somebody asks and waits for the answer. */
final class Wire implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong roundTrips = new AtomicLong();
    private final int target;

    private Wire(int target) throws IOException {
        this.target = target;
    }

    static Wire to(int port) throws IOException {
        var wire = new Wire(port);
        wire.threads.submit(wire::open);
        return wire;
    }

    int port() {
        return door.getLocalPort();
    }

    long roundTrips() {
        return roundTrips.get();
    }

    private Void open() throws IOException {
        while (true) {
            var client = door.accept();
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var asked = new AtomicBoolean();
            threads.submit(() -> carry(client, server, () -> asked.set(true)));
            threads.submit(() -> carry(server, client, () -> {
                if (asked.getAndSet(false)) {
                    roundTrips.incrementAndGet();
                }
            }));
        }
    }

    private static Void carry(Socket from, Socket to, Runnable seen) throws IOException {
        try (from;
                to) {
            var bytes = new byte[1 << 16];
            for (int read; (read = from.getInputStream().read(bytes)) >= 0; ) {
                seen.run();
                to.getOutputStream().write(bytes, 0, read);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
