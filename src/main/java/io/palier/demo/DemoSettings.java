package io.palier.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a demo installation is filled.
 *
 * @param load whether an empty demo installation gets the sample world
 * @param password of everybody in the sample world; from {@code PALIER_DEMO_PASSWORD}
 */
@ConfigurationProperties("palier.demo")
record DemoSettings(
        @DefaultValue("true") boolean load,
        @DefaultValue("Palier-demo-1") String password) {}
