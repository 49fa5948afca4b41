package io.keyledger.command.reservation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many of each there may be; one more is refused with {@code QUOTA_EXCEEDED}. A lower setting takes nothing away.
 *
 * @param apps           of an organization, without those that the service makes itself
 * @param customers      of an organization
 * @param customerGroups of an organization
 * @param roles          of an organization, with the two built-in ones
 * @param members        of an organization, with pending ones
 * @param organizations  that one user may register
 */
@ConfigurationProperties("keyledger.quotas")
public record QuotaSettings(
        @DefaultValue("10000") long apps,
        @DefaultValue("100000") long customers,
        @DefaultValue("10000") long customerGroups,
        @DefaultValue("1000") long roles,
        @DefaultValue("10000") long members,
        @DefaultValue("100") long organizations) {

    long limit(Quota quota) {
        return switch (quota) {
            case APPS -> apps;
            case CUSTOMERS -> customers;
            case CUSTOMER_GROUPS -> customerGroups;
            case ROLES -> roles;
            case MEMBERS -> members;
            case ORGANIZATIONS -> organizations;
        };
    }
}
