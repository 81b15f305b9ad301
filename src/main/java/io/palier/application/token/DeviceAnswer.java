package io.palier.application.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Tells a device which code its person enters where, and the person how it went. */
@Component
class DeviceAnswer implements AuthenticationSuccessHandler {
    private static final int SECONDS_BETWEEN_QUESTIONS = 5;

    private final PublicAddress address;
    private final JsonAnswer json;

    DeviceAnswer(PublicAddress address, JsonAnswer json) {
        this.address = address;
        this.json = json;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var result = (OAuth2DeviceAuthorizationRequestAuthenticationToken) authentication;
        var device = Objects.requireNonNull(result.getDeviceCode());
        var code = Objects.requireNonNull(result.getUserCode()).getTokenValue();
        long seconds = Duration.between(
                        Objects.requireNonNull(device.getIssuedAt()), Objects.requireNonNull(device.getExpiresAt()))
                .toSeconds();
        boolean first = Dialect.isFirst(request);
        var page = address.get() + "/device";
        var answer = new LinkedHashMap<String, Object>();
        answer.put("user_code", code);
        answer.put("device_code", device.getTokenValue());
        answer.put(first ? "verification_url" : "verification_uri", page);
        answer.put("expires_in", first ? Long.toString(seconds) : (Object) seconds);
        answer.put(
                "interval", first ? Integer.toString(SECONDS_BETWEEN_QUESTIONS) : (Object) SECONDS_BETWEEN_QUESTIONS);
        answer.put("message", "To sign in, open " + page + " in a browser and enter the code " + code + ".");
        json.write(response, HttpServletResponse.SC_OK, answer);
    }

    AuthenticationSuccessHandler done() {
        return new SimpleUrlAuthenticationSuccessHandler("/device?done");
    }

    AuthenticationFailureHandler refused() {
        return new SimpleUrlAuthenticationFailureHandler("/device?refused");
    }
}
