package io.palier.application;

/**
 * A secret to be shown once.
 *
 * @param secret in clear; never log or store it
 */
public record NewSecret(ApplicationId application, String secret) {

    @Override
    public String toString() {
        return "NewSecret[application=" + application + "]";
    }
}
