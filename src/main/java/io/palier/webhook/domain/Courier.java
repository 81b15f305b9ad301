package io.palier.webhook.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.platform.Origin;
import io.palier.webhook.Registration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Posts a signed event: to the address that was checked, without following redirects, within ten seconds. */
@Component
public class Courier implements DisposableBean {
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);

    private final WebhookKey key;
    private final Origin origin;
    private final CloseableHttpClient http;

    Courier(WebhookKey key, Origin origin, Targets targets) {
        this.key = key;
        this.origin = origin;
        this.http = HttpClients.custom()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(pinned(targets))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .build();
    }

    /** What is connected to is what was checked: there is no second look-up in between. */
    private static DnsResolver pinned(Targets targets) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return targets.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /**
     * How a try went.
     *
     * @param code the HTTP status; null if there was no answer
     */
    public record Outcome(@Nullable Integer code, String message) {
        public boolean isDelivered() {
            return code != null && code >= 200 && code < 300;
        }
    }

    public Outcome post(Registration registration, String body) {
        var post = new HttpPost(registration.url());
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(UTF_8)));
        post.setHeader(registration.ownHeader() ? "x-ms-signature" : "Authorization", "Signature " + key.sign(body));
        post.setHeader("X-MS-Certificate-Url", origin.get() + "/webhook-certificate.pem");
        post.setHeader("X-MS-Signature-Algorithm", "rsa-sha256");
        try {
            var response = http.executeOpen(null, post, null);
            int code = response.getCode();
            // Hung up on, unread: whoever answers without end keeps nobody.
            post.cancel();
            Closer.closeQuietly(response);
            return new Outcome(code, code >= 200 && code < 300 ? "OK" : "HTTP " + code);
        } catch (IOException | IllegalArgumentException failure) {
            var why = failure.getMessage();
            var text = failure.getClass().getSimpleName() + (why == null ? "" : ": " + why);
            return new Outcome(null, text.substring(0, Math.min(text.length(), 300)));
        }
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
