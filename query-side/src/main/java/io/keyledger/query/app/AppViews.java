package io.keyledger.query.app;

import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.reader.Shown;
import io.keyledger.query.support.Changes;
import io.keyledger.query.support.RowProjection;
import io.keyledger.query.support.Tables;
import io.keyledger.query.support.ViewCollection;
import io.keyledger.query.support.ViewGroup;
import io.keyledger.query.support.ViewsDatabase;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppViews {

    @Bean
    Changes appChanges(ObjectProvider<Kinds> kinds) {
        return new AppChanges(kinds.getIfAvailable(Kinds::shipped));
    }

    @Bean
    Shown liveSecret() {
        return new LiveSecret();
    }

    @Bean
    ViewGroup apps(ViewsDatabase views, Changes appChanges) {
        var rows = ViewCollection.ofRows(Tables.of(AppChanges.TYPE), "client_id", "role_id", "user_id");
        return new ViewGroup("apps", 1, List.of(rows), new RowProjection(views, List.of(AppChanges.TYPE), appChanges));
    }
}
