package io.palier.identity.web;

import io.palier.platform.MasterKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** A signed cookie by which a browser shows that it has signed in to a name before. It grants nothing else. */
@Component
class KnownDevices {
    private static final String COOKIE = "palier_device";

    private final byte[] key;

    KnownDevices(MasterKey masterKey) {
        this.key = masterKey.derive("known devices");
    }

    /** The device's id, if its cookie was made for this name. */
    Optional<String> find(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.length() < 200 && value.contains("."))
                .flatMap(value -> {
                    var device = value.substring(0, value.indexOf('.'));
                    return matches(value.substring(device.length() + 1), sign(device, name))
                            ? Optional.of(device)
                            : Optional.empty();
                });
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String name) {
        var device = UUID.randomUUID().toString();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, device + "." + sign(device, name))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/sign-in")
                        .maxAge(Duration.ofDays(180))
                        .build()
                        .toString());
    }

    private String sign(String device, String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var text = device + "|" + name.toLowerCase(Locale.ROOT).strip();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean matches(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
