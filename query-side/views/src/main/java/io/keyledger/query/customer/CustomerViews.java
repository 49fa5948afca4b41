package io.keyledger.query.customer;

import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewCollection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerViews {
    private static final List<String> TYPES = List.of(CustomerChanges.CUSTOMERS, CustomerChanges.GROUPS);

    @Bean
    Changes customerChanges() {
        return CustomerChanges.all();
    }

    @Bean
    View customers(Changes customerChanges) {
        var collections = List.of(
                ViewCollection.ofRows(Tables.of(CustomerChanges.CUSTOMERS)),
                ViewCollection.ofRows(Tables.of(CustomerChanges.GROUPS)).andLists(CustomerChanges.CUSTOMER_IDS));
        return new View("customers", 2, collections, new RowProjection(TYPES, customerChanges));
    }
}
