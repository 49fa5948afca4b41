package io.keyledger.kernel.access;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do in one organization.
 *
 * @param organizationId the organization
 * @param roleId         the role the caller acts in
 * @param roleKind       {@code admin} (everything), {@code read_only} (every read) or {@code custom} (its permissions)
 * @param permissions    of a custom role: subject → operations allowed
 * @param membershipId   a user's membership; null for an app
 * @param owner          whether the user owns the organization
 * @param address        the address that the organization invited the user by; null for an app
 */
public record Grant(
        String organizationId,
        String roleId,
        String roleKind,
        Map<String, Set<Operation>> permissions,
        @Nullable String membershipId,
        boolean owner,
        @Nullable String address) {

    /** The rights of a role, whoever acts in it. */
    public static Grant ofRole(
            String organizationId, String roleId, String roleKind, Map<String, Set<Operation>> permissions) {
        return new Grant(organizationId, roleId, roleKind, permissions, null, false, null);
    }

    /** Whether the role allows the operation on the subject. */
    public boolean allows(Operation operation, String subject) {
        return switch (roleKind) {
            case "admin" -> true;
            case "read_only" -> operation == Operation.READ;
            default ->
                isOfEveryMember(operation, subject)
                        || permissions.getOrDefault(subject, Set.of()).contains(operation);
        };
    }

    /** Every caller of an organization may read the organization, with any role. Source: CONTRACT part B, section 8. */
    private static boolean isOfEveryMember(Operation operation, String subject) {
        return operation == Operation.READ && subject.equals("organizations");
    }

    /** Whether the role is a custom one: the rights of the built-in ones are fixed. */
    public boolean isChangeable() {
        return roleKind.equals("custom");
    }

    /** Whether this grant allows all that the other allows: callers grant only rights that they have. */
    public boolean covers(Grant other) {
        return switch (other.roleKind) {
            case "admin" -> roleKind.equals("admin");
            case "read_only" -> !roleKind.equals("custom");
            default ->
                other.permissions.entrySet().stream()
                        .allMatch(e -> e.getValue().stream().allMatch(o -> allows(o, e.getKey())));
        };
    }
}
