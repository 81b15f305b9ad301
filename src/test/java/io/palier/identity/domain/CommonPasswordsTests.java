package io.palier.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Passw0rd!2026",
                "PasswordPassword",
                "motdepasse123!",
                "AdminAdmin2026",
                "123456789012",
                "739204857162",
                "qwertyuiop123",
                "azertyuiop!!!",
                "qwerty-azerty-1",
                "abcdefghijkl",
                "987654321abc",
                "WelcomeParis1",
                "Bienvenue2026!",
                "Été2026Été2026",
                "iloveyou-iloveyou",
                "correct horse battery staple",
                "Palier-demo-1"
            })
    void knowsWhatEverybodyTakes(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "tide above quiet harbor",
                "a password of my own garden",
                "kx7-Qm2p-vT9r-Wb4z",
                "пароль старой собаки",
                "мой-дом-у-реки",
                "violette sur le quai 12"
            })
    void letsOthersPass(String password) {
        assertThat(CommonPasswords.contains(password)).isFalse();
    }
}
