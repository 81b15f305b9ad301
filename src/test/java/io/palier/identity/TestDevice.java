package io.palier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.TestBrowser;
import io.palier.identity.domain.OneTimeCodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A person's device that shows codes, set up on the portal's pages. */
public final class TestDevice {
    public static final String PAGE = "/account/second-factor";
    private static final Pattern KEY = Pattern.compile("id=\"device-key\">([A-Z2-7 ]+)<");
    private static final Pattern CODE = Pattern.compile("<code>([a-z0-9]{5}-[a-z0-9]{5})</code>");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] seed;
    private final List<String> recoveryCodes = new ArrayList<>();
    private long used;

    private TestDevice(byte[] seed) {
        this.seed = seed;
    }

    /** Begins the set-up in a browser that is signed in. */
    public static TestDevice begin(TestBrowser browser) {
        browser.get(PAGE);
        browser.post(PAGE);
        var key = KEY.matcher(browser.get(PAGE).body());
        assertThat(key.find()).isTrue();
        return new TestDevice(decode(key.group(1).replace(" ", "")));
    }

    /** Sets everything up; the browser goes on with a second factor. */
    public static TestDevice setUp(TestBrowser browser) {
        var device = begin(browser);
        var answer = browser.post(PAGE + "/confirmation", "code", device.code());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        device.keep(answer.body());
        return device;
    }

    /** Takes the recovery codes down from the page that shows them. */
    void keep(String page) {
        recoveryCodes.clear();
        var codes = CODE.matcher(page);
        while (codes.find()) {
            recoveryCodes.add(codes.group(1));
        }
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** A code that was not used yet; two are to be had within one minute, as on a real device. */
    public String code() {
        used = Math.max(used + 1, Instant.now().getEpochSecond() / OneTimeCodes.SECONDS);
        return OneTimeCodes.code(seed, Instant.ofEpochSecond(used * OneTimeCodes.SECONDS));
    }

    /** A code that no device of this person shows near now. */
    public String wrongCode() {
        return OneTimeCodes.code(seed, Instant.now().minusSeconds(86_400));
    }

    byte[] seed() {
        return seed;
    }

    private static byte[] decode(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        for (int i = 0; i < bytes.length * 8; i++) {
            int bit = (BASE32.indexOf(text.charAt(i / 5)) >> (4 - i % 5)) & 1;
            bytes[i / 8] |= (byte) (bit << (7 - i % 8));
        }
        return bytes;
    }
}
