package io.palier.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire to a server, which can be cut and mended. */
final class Wire implements AutoCloseable {
    private final InetSocketAddress far;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket near;

    private Wire(InetSocketAddress far, ServerSocket near) {
        this.far = far;
        this.near = near;
        listen(near);
    }

    static Wire to(String host, int port) {
        return new Wire(new InetSocketAddress(host, port), bind(0));
    }

    int port() {
        return near.getLocalPort();
    }

    /** Every connection breaks, no new one is taken. */
    void cut() {
        close(near);
        ends.forEach(Wire::close);
        ends.clear();
    }

    void mend() {
        near = bind(near.getLocalPort());
        listen(near);
    }

    private static ServerSocket bind(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(ServerSocket socket) {
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    connect(socket.accept());
                } catch (IOException e) {
                    close(socket);
                }
            }
        });
    }

    private void connect(Socket here) throws IOException {
        var there = new Socket(far.getAddress(), far.getPort());
        ends.add(here);
        ends.add(there);
        Thread.ofVirtual().start(() -> pump(here, there));
        Thread.ofVirtual().start(() -> pump(there, here));
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            close(from);
        }
        close(to);
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
