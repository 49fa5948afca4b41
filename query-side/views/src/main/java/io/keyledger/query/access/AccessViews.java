package io.keyledger.query.access;

import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewCollection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessViews {
    private static final List<String> TYPES =
            List.of(RoleChanges.ROLES, RoleChanges.PERMISSIONS, UserChanges.TYPE, MembershipChanges.TYPE);

    @Bean
    Changes accessChanges() {
        return AccessChanges.all();
    }

    @Bean
    RowProjection accessRows(Changes accessChanges) {
        return new RowProjection(TYPES, accessChanges, new MemberNames());
    }

    @Bean
    View access(RowProjection accessRows) {
        var collections = List.of(
                ViewCollection.ofRows(Tables.of(RoleChanges.ROLES)),
                ViewCollection.ofRows(Tables.of(RoleChanges.PERMISSIONS), "role_id"),
                ViewCollection.ofRows(Tables.of(UserChanges.TYPE)),
                ViewCollection.ofRows(Tables.of(MembershipChanges.TYPE), "role_id", "user_id", "user_email"));
        return new View("access", 2, collections, accessRows);
    }
}
