package io.keyledger.query.permission;

import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.view.store.ViewsDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PermissionViews {
    @Bean
    SmartInitializingSingleton permissionRows(ViewsDatabase views, ObjectProvider<ApiPermissions> catalogue) {
        return () -> new PermissionRows(views).replace(catalogue.getIfAvailable(ApiPermissions::shipped));
    }
}
