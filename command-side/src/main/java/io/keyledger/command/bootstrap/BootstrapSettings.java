package io.keyledger.command.bootstrap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the first start; without effect afterwards.
 *
 * @param email        address of the first user, who owns the first organization
 * @param organization name of that organization
 */
@ConfigurationProperties("keyledger.bootstrap")
record BootstrapSettings(
        @DefaultValue("owner@localhost") String email,
        @DefaultValue("Default organization") String organization) {}
