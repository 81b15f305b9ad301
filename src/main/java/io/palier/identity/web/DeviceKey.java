package io.palier.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A key as devices take it over: read by the camera, or typed. */
final class DeviceKey {
    private static final String ISSUER = "Palier";

    private DeviceKey() {}

    /** As authenticator programs read it: {@code otpauth://totp/…}. */
    static String address(String signInName, String key) {
        return "otpauth://totp/" + ISSUER + ":" + encode(signInName) + "?secret=" + key + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=6&period=30";
    }

    /** Four characters at a time are typed more easily. */
    static String inGroups(String key) {
        return key.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
